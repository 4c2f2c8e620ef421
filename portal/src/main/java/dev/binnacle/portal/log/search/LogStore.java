package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.binnacle.portal.environment.Environment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Searches the log lines of environments. Each search sees only the namespaces of its environment, takes at most 10
 * seconds, and throws {@link dev.binnacle.portal.problem.Unavailable} where Elasticsearch fails and {@link
 * dev.binnacle.portal.problem.Forbidden} where it forbids.
 */
@Component
public class LogStore {

    /** How many lines a page has. */
    public static final int PAGE = 100;

    /** The field that says when a line was written. */
    public static final String TIME = Fields.TIME;

    /** How much smaller a page is that is asked for again, where it is too large to take. */
    private static final int FEWER = 10;

    /** Lines that a container wrote within what its clock can tell apart. */
    private static final int OF_ONE_MOMENT = 1_000;

    private final Questions questions;

    LogStore(Questions questions) {
        this.questions = questions;
    }

    /** @return the first page, with its histogram */
    public SearchOutcome<Lines> search(Environment environment, Search search) {
        return questions.ask(
                environment,
                (elasticsearch, fields, requests) -> smaller(PAGE, size -> {
                    Highlights highlights = Highlights.random();
                    var request = requests.page(search, size, highlights);
                    return lines(
                            elasticsearch.search(request),
                            new Answers(fields, highlights),
                            HistogramCounts.width(search),
                            size);
                }));
    }

    /** @return the page after the one that ended there; its point in time is kept two minutes, and closed at the end */
    public SearchOutcome<Lines> more(Environment environment, Search search, Continuation after) {
        return questions.ask(environment, (elasticsearch, fields, requests) -> {
            String pointInTime = after.pointInTime().isEmpty() ? elasticsearch.openPointInTime() : after.pointInTime();
            SearchOutcome<Lines> outcome = smaller(PAGE, size -> {
                Highlights highlights = Highlights.random();
                var request = requests.further(search, after, size, highlights);
                return lines(
                        elasticsearch.searchAt(pointInTime, request),
                        new Answers(fields, highlights),
                        Duration.ZERO,
                        size);
            });
            if (outcome instanceof SearchOutcome.Found(Lines lines) && lines.next() == null) {
                elasticsearch.closePointInTime(pointInTime);
            }
            return outcome;
        });
    }

    /** @return at most so many lines, without a histogram */
    public SearchOutcome<Lines> last(Environment environment, Search search, int most) {
        return questions.ask(
                environment,
                (elasticsearch, fields, requests) -> smaller(most, size -> {
                    var request = requests.last(search, size);
                    return lines(
                            elasticsearch.search(request),
                            new Answers(fields, Highlights.random()),
                            Duration.ZERO,
                            size);
                }));
    }

    /** @return the first of the search, at most so many, and how many there are altogether and since a moment in it */
    public SearchOutcome<Newest> newest(Environment environment, Search search, Instant recent, int most) {
        return questions.ask(
                environment,
                (elasticsearch, fields, requests) -> smaller(most, size -> {
                    var response = elasticsearch.search(requests.newest(search, recent, size));
                    return response.timedOut()
                            ? new SearchOutcome.Stopped<>()
                            : new SearchOutcome.Found<>(Newest.of(response, new Answers(fields, Highlights.random())));
                }));
    }

    /** @return whether the index has such a line in any namespace: that there is one, and nothing of what it says */
    public SearchOutcome<Boolean> outOfScope(Environment environment, Search search) {
        return questions.ask(environment, (elasticsearch, fields, _) -> {
            var request = Requests.count(new Requests(fields, Set.of()).found(search));
            return new SearchOutcome.Found<>(Answers.total(elasticsearch.search(request)) > 0);
        });
    }

    /** @return the lines of the search and the errors among them, as one bucket and no line */
    public SearchOutcome<Lines> errors(Environment environment, Search search) {
        return questions.ask(environment, (elasticsearch, fields, requests) -> {
            SearchResponse<JsonNode> response = elasticsearch.search(requests.errors(search));
            return response.timedOut()
                    ? new SearchOutcome.Stopped<>()
                    : new Answers(fields, Highlights.random()).counted(response, search);
        });
    }

    /**
     * Reads lines one after another as they are at this moment, in a memory that does not depend on their number.
     *
     * @param most how many are read
     * @param reader gets them some at a time; what it throws ends the walk and is thrown on
     * @return how many were read, and whether there are more
     */
    public SearchOutcome<Walk.End> walk(
            Environment environment, Search search, long most, Consumer<List<Line>> reader) {
        return questions.ask(
                environment,
                (elasticsearch, fields, requests) ->
                        new Walk(elasticsearch, requests, fields).of(search, most, reader));
    }

    /** @return the line with all of its fields; nothing found where it is gone or out of the environment's scope */
    public SearchOutcome<Lines> line(Environment environment, String index, String id) {
        return questions.ask(environment, (elasticsearch, fields, requests) -> {
            var request = requests.one(index, id);
            return lines(elasticsearch.search(request), new Answers(fields, Highlights.random()), Duration.ZERO, 2);
        });
    }

    /**
     * What a container wrote around one of its lines, over its restarts, in the order in which it was written.
     *
     * @param line with its namespace and pod
     * @param before how many lines before it are wanted
     * @param after how many lines after it are wanted
     * @return that line with one more before and after it than wanted, where there are so many; with fewer where they
     *     are too long to be read together
     */
    public SearchOutcome<Neighbours> around(Environment environment, Line line, int before, int after) {
        return questions.ask(environment, (elasticsearch, fields, requests) -> {
            List<Line> lines = new ArrayList<>();
            int failed = 0;
            boolean moreBefore = false;
            boolean moreAfter = false;
            for (Requests.Beside side : Requests.Beside.values()) {
                int wanted = switch (side) {
                    case BEFORE -> before + 1;
                    case AT -> OF_ONE_MOMENT;
                    case AFTER -> after + 1;
                };
                SearchOutcome<Lines> outcome = smaller(wanted, size -> {
                    var response = elasticsearch.search(requests.around(line, side, size));
                    return lines(response, new Answers(fields, Highlights.random()), Duration.ZERO, size);
                });
                if (!(outcome instanceof SearchOutcome.Found<Lines>(Lines found))) {
                    return new SearchOutcome.Stopped<>();
                }
                failed = Math.max(failed, found.failedShards());
                if (side == Requests.Beside.BEFORE) {
                    lines.addAll(found.lines().reversed());
                    moreBefore = found.next() != null;
                } else if (!moreAfter) { // Without all lines of its moment, those after it would leave a gap.
                    lines.addAll(found.lines());
                    moreAfter = found.next() != null;
                }
            }
            return new SearchOutcome.Found<>(new Neighbours(lines, failed, moreBefore, moreAfter));
        });
    }

    private static <T> T smaller(int size, Page<T> page) throws IOException, Unfit {
        try {
            return page.read(size);
        } catch (AnswerTooLarge _) {
            return page.read(Math.max(1, size / FEWER));
        }
    }

    private static SearchOutcome<Lines> lines(
            SearchResponse<JsonNode> response, Answers answers, Duration interval, int size) {
        return response.timedOut()
                ? new SearchOutcome.Stopped<>()
                : new SearchOutcome.Found<>(answers.lines(response, interval, size));
    }

    /** Reads a page of so many lines. */
    private interface Page<T> {
        T read(int size) throws IOException, Unfit;
    }
}
