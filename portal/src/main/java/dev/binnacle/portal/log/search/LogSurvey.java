package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dev.binnacle.portal.environment.Environment;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What an index holds, and what the lines of a search have in common. Sees, takes and throws what {@link LogStore} does.
 */
@Component
public class LogSurvey {

    private static final int SHOWN = 10;

    private final Questions questions;

    LogSurvey(Questions questions) {
        this.questions = questions;
    }

    /** @return the ten most frequent values of a field in what the search finds, or in a sample of it */
    public SearchOutcome<FieldValues> values(Environment environment, Search search, String name) {
        return values(environment, search, name, SHOWN);
    }

    /** @return as many of its most frequent values */
    public SearchOutcome<FieldValues> values(Environment environment, Search search, String name, int most) {
        return questions.ask(
                environment,
                (elasticsearch, fields, requests) -> new ValueCounting(
                                fields.countable(name), most, ValueCounting.WHOLE)
                        .of(requests.found(search), elasticsearch));
    }

    /** @return the first lines of the search, many of them, and the field that holds their text */
    public SearchOutcome<Sample> sample(Environment environment, Search search) {
        return sample(environment, search, Requests::sample);
    }

    /** @return as many lines, drawn by chance from all that the search finds, the same ones each time */
    public SearchOutcome<Sample> drawn(Environment environment, Search search) {
        return sample(environment, search, Requests::drawn);
    }

    private SearchOutcome<Sample> sample(Environment environment, Search search, Sampling sampling) {
        return questions.ask(environment, (elasticsearch, fields, requests) -> {
            int size = Sample.LINES;
            while (true) {
                try {
                    var response = elasticsearch.search(sampling.request(requests, search, size));
                    return response.timedOut()
                            ? new SearchOutcome.Stopped<>()
                            : new SearchOutcome.Found<>(read(response, fields, size));
                } catch (AnswerTooLarge tooLarge) {
                    size = Sample.fewer(size, tooLarge);
                }
            }
        });
    }

    private static Sample read(SearchResponse<JsonNode> response, Fields fields, int size) {
        Answers answers = new Answers(fields, Highlights.random());
        List<Line> lines = response.hits().hits().stream().map(answers::line).toList();
        return new Sample(
                lines,
                fields.message(),
                lines.size() == size,
                response.shards().failed().intValue());
    }

    /** @return the fields of the index by name; none where they are not known at the moment */
    public List<Field> fields(Environment environment) {
        return questions.fields(environment);
    }

    /** Which lines are taken. */
    private interface Sampling {
        SearchRequest.Builder request(Requests requests, Search search, int size) throws Unfit;
    }
}
