package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.binnacle.portal.environment.Environment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** How many lines are asked for again where a page of them is too large to take. */
    private static final int SMALL_PAGE = 10;

    /** Lines that a container wrote within what its clock can tell apart. */
    private static final int OF_ONE_MOMENT = 1_000;

    private final Elasticsearches elasticsearches;

    LogStore(Elasticsearches elasticsearches) {
        this.elasticsearches = elasticsearches;
    }

    /** @return the first page, with its histogram */
    public SearchOutcome search(Environment environment, Search search) {
        return asked(
                environment,
                (elasticsearch, fields) -> smaller(size -> {
                    Highlights highlights = Highlights.random();
                    var request = requests(environment, fields).page(search, size, highlights);
                    return lines(
                            elasticsearch.search(request),
                            new Answers(fields, highlights),
                            Requests.width(search),
                            size);
                }));
    }

    /** @return the page after the one that ended there; its point in time is kept two minutes, and closed at the end */
    public SearchOutcome more(Environment environment, Search search, Continuation after) {
        return asked(environment, (elasticsearch, fields) -> {
            String pointInTime = after.pointInTime().isEmpty() ? elasticsearch.openPointInTime() : after.pointInTime();
            SearchOutcome outcome = smaller(size -> {
                Highlights highlights = Highlights.random();
                var request = requests(environment, fields).further(search, after, size, highlights);
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
    public SearchOutcome last(Environment environment, Search search, int size) {
        return asked(environment, (elasticsearch, fields) -> {
            var request = requests(environment, fields).last(search, size);
            return lines(elasticsearch.search(request), new Answers(fields, Highlights.random()), Duration.ZERO, size);
        });
    }

    /** @return the lines of the search and the errors among them, as one bucket and no line */
    public SearchOutcome errors(Environment environment, Search search) {
        return asked(environment, (elasticsearch, fields) -> {
            SearchResponse<JsonNode> response =
                    elasticsearch.search(requests(environment, fields).errors(search));
            return response.timedOut()
                    ? new SearchOutcome.Stopped()
                    : new Answers(fields, Highlights.random()).counted(response, search);
        });
    }

    /** @return the line with all of its fields; nothing found where it is gone or out of the environment's scope */
    public SearchOutcome line(Environment environment, String index, String id) {
        return asked(environment, (elasticsearch, fields) -> {
            var request = requests(environment, fields).one(index, id);
            return lines(elasticsearch.search(request), new Answers(fields, Highlights.random()), Duration.ZERO, 2);
        });
    }

    /**
     * What a container wrote around one of its lines, over its restarts, in the order in which it was written.
     *
     * @param line with its namespace and pod
     * @param before how many lines before it are wanted
     * @param after how many lines after it are wanted
     * @return that line with one more before and after it than wanted, where there are so many
     */
    public SearchOutcome around(Environment environment, Line line, int before, int after) {
        return asked(environment, (elasticsearch, fields) -> {
            Requests requests = requests(environment, fields);
            List<Line> lines = new ArrayList<>();
            for (Requests.Beside side : Requests.Beside.values()) {
                int size = switch (side) {
                    case BEFORE -> before + 1;
                    case AT -> OF_ONE_MOMENT;
                    case AFTER -> after + 1;
                };
                var response = elasticsearch.search(requests.around(line, side, size));
                if (response.timedOut()) {
                    return new SearchOutcome.Stopped();
                }
                List<Line> found = new Answers(fields, Highlights.random())
                        .lines(response, Duration.ZERO, Integer.MAX_VALUE)
                        .lines();
                lines.addAll(side == Requests.Beside.BEFORE ? found.reversed() : found);
            }
            return new SearchOutcome.Found(Lines.of(lines));
        });
    }

    private SearchOutcome asked(Environment environment, Question question) {
        Optional<Elasticsearch> connected = elasticsearches.of(environment);
        if (connected.isEmpty()) {
            return new SearchOutcome.NotConnected();
        }
        Elasticsearch elasticsearch = connected.get();
        try {
            Fields fields = elasticsearch.fields();
            if (fields.byName().isEmpty()) {
                return new SearchOutcome.NoIndex(elasticsearch.index());
            }
            return fields.hasTime() ? question.ask(elasticsearch, fields) : noTime(elasticsearch);
        } catch (ElasticsearchException refusal) {
            elasticsearch.forgetFields();
            return elasticsearch.failures().refusal(refusal);
        } catch (TookTooLong _) {
            return new SearchOutcome.Stopped();
        } catch (IOException failure) {
            throw elasticsearch.failures().problem(failure);
        } catch (Unfit unfit) {
            return new SearchOutcome.Unsuited(unfit.sentence());
        }
    }

    private static SearchOutcome smaller(Page page) throws IOException, Unfit {
        try {
            return page.read(PAGE);
        } catch (AnswerTooLarge _) {
            return page.read(SMALL_PAGE);
        }
    }

    private static SearchOutcome lines(
            SearchResponse<JsonNode> response, Answers answers, Duration interval, int size) {
        return response.timedOut()
                ? new SearchOutcome.Stopped()
                : new SearchOutcome.Found(answers.lines(response, interval, size));
    }

    private static SearchOutcome noTime(Elasticsearch elasticsearch) {
        return new SearchOutcome.Unsuited("The index " + elasticsearch.index()
                + " has no date field @timestamp, so its lines cannot be put in order.");
    }

    private static Requests requests(Environment environment, Fields fields) {
        return new Requests(fields, environment.namespaces());
    }

    /** What is asked once the index is known. */
    private interface Question {
        SearchOutcome ask(Elasticsearch elasticsearch, Fields fields) throws IOException, Unfit;
    }

    /** Reads a page of so many lines. */
    private interface Page {
        SearchOutcome read(int size) throws IOException, Unfit;
    }
}
