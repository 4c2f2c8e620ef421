package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lines that were brought back from an archive, in indices beside that of the environment, which its searches include.
 * Throws {@link Unavailable} where Elasticsearch fails and {@link Forbidden} where it forbids.
 */
@Component
public class RestoredLines {

    /** What the names of such indices begin with; the environment's follows, then a dot, which no environment's name has. */
    static final String PREFIX = "restored-";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu.MM.dd").withZone(ZoneOffset.UTC);

    private final Elasticsearches elasticsearches;

    RestoredLines(Elasticsearches elasticsearches) {
        this.elasticsearches = elasticsearches;
    }

    /** @return the index that the lines of files which were rotated on that day are brought back into */
    public static String index(Environment environment, Instant day) {
        return PREFIX + environment.name() + "." + DAY.format(day);
    }

    /** @return what a search of the environment includes beside its own index; empty where it has no archive */
    static String searched(Environment environment) {
        return environment.archive() == null ? "" : PREFIX + environment.name() + ".*";
    }

    /** Makes the index where it is not there, with the fields of the environment's own. */
    public void prepare(Environment environment, String index) {
        asked(environment, index, elasticsearch -> {
            TypeMapping fields = elasticsearch.mapping();
            elasticsearch.create(index, fields, elasticsearch.fields().byName().size() + 1_000);
            return index;
        });
    }

    /** Writes lines, each once under its name. One whose fields the index does not take is kept without them. */
    public Written write(Environment environment, String index, List<Document> lines) {
        return asked(environment, index, elasticsearch -> new LineWriting(elasticsearch, index).write(lines));
    }

    /** Deletes the environment's indices of restored lines, but for some. */
    public void removeAllBut(Environment environment, Collection<String> held) {
        String all = PREFIX + environment.name() + ".*";
        asked(environment, all, elasticsearch -> {
            for (String index : elasticsearch.indices(all)) {
                if (!held.contains(index)) {
                    elasticsearch.delete(index);
                }
            }
            return all;
        });
    }

    private <T> T asked(Environment environment, String index, Call<T> call) {
        String system = "Elasticsearch of " + environment.name();
        Elasticsearch elasticsearch = elasticsearches
                .of(environment)
                .orElseThrow(() -> new Unavailable(system, "This environment has no Elasticsearch.", null));
        try {
            return call.answer(elasticsearch);
        } catch (ElasticsearchException refusal) {
            throw problem(system, index, refusal);
        } catch (LineWriting.Busy busy) {
            throw new Unavailable(system, system + " has too much to do to take lines.", busy);
        } catch (IOException failure) {
            throw elasticsearch.failures().problem(failure);
        }
    }

    private static Problem problem(String system, String index, ElasticsearchException refusal) {
        return forbids(refusal)
                ? new Forbidden(
                        system + " does not let lines be brought back (" + refusal.status()
                                + "): the credential of this environment needs the privileges create_index, create_doc,"
                                + " delete_index, read and view_index_metadata on " + index + ".",
                        refusal)
                : new Unavailable(system, system + " does not take lines: " + Reasons.of(refusal), refusal);
    }

    /** An index that was set to take nothing answers like one that the credential may not write to. */
    private static boolean forbids(ElasticsearchException refusal) {
        return refusal.status() == 401
                || (refusal.status() == 403
                        && !"cluster_block_exception".equals(refusal.error().type()));
    }

    /**
     * A line to be written.
     *
     * @param name by which it is known in its index
     * @param whole with the fields that it has
     * @param plain with those alone that every line has
     */
    public record Document(String name, JsonNode whole, JsonNode plain) {}

    /** Asks Elasticsearch something. */
    private interface Call<T> {
        T answer(Elasticsearch elasticsearch) throws IOException, ElasticsearchException;
    }
}
