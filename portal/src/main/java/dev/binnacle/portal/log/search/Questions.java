package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.binnacle.portal.environment.Environment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the Elasticsearch of an environment, once its index is known, and says in one way what becomes of it. */
@Component
class Questions {

    private final Elasticsearches elasticsearches;

    Questions(Elasticsearches elasticsearches) {
        this.elasticsearches = elasticsearches;
    }

    <T> SearchOutcome<T> ask(Environment environment, Question<T> question) {
        Optional<Elasticsearch> connected = elasticsearches.of(environment);
        if (connected.isEmpty()) {
            return new SearchOutcome.NotConnected<>();
        }
        Elasticsearch elasticsearch = connected.get();
        try {
            Fields fields = elasticsearch.fields();
            if (fields.byName().isEmpty()) {
                return new SearchOutcome.NoIndex<>(elasticsearch.index());
            }
            return fields.hasTime()
                    ? question.ask(elasticsearch, fields, new Requests(fields, environment.namespaces()))
                    : noTime(elasticsearch);
        } catch (ElasticsearchException refusal) {
            elasticsearch.forgetFields();
            return elasticsearch.failures().refusal(refusal);
        } catch (TookTooLong _) {
            return new SearchOutcome.Stopped<>();
        } catch (IOException failure) {
            throw elasticsearch.failures().problem(failure);
        } catch (Unfit unfit) {
            return new SearchOutcome.Unsuited<>(unfit.sentence());
        }
    }

    /** @return the fields of the index by name; none where they are not known at the moment */
    List<Field> fields(Environment environment) {
        Optional<Elasticsearch> connected = elasticsearches.of(environment);
        try {
            return connected.isEmpty()
                    ? List.of()
                    : List.copyOf(connected.get().fields().byName().values());
        } catch (ElasticsearchException | IOException _) {
            return List.of();
        }
    }

    private static <T> SearchOutcome<T> noTime(Elasticsearch elasticsearch) {
        return new SearchOutcome.Unsuited<>("The index " + elasticsearch.index()
                + " has no date field @timestamp, so its lines cannot be put in order.");
    }

    /** What is asked once the index is known. */
    interface Question<T> {
        SearchOutcome<T> ask(Elasticsearch elasticsearch, Fields fields, Requests requests) throws IOException, Unfit;
    }
}
