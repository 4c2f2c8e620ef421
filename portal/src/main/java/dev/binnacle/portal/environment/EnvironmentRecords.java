package dev.binnacle.portal.environment;

import dev.binnacle.portal.problem.Conflict;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records in PostgreSQL. Writes belong to the caller's transaction. */
@Repository
class EnvironmentRecords {

    private static final String COLUMNS = """
            tier = :tier, owner = :owner, description = :description, namespaces = :namespaces,
            cluster_url = :clusterUrl, prometheus_url = :prometheus, alertmanager_urls = :alertmanagers,
            elasticsearch_url = :elasticsearch, log_index = :logIndex, archive_url = :archive, links = :links, changed_at = :now
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EnvironmentRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Environment> all() {
        return jdbc.sql("select * from environments order by name")
                .query((row, number) -> StoredEnvironment.read(row))
                .list();
    }

    /** @throws Conflict where the name is taken */
    void add(Environment environment) {
        try {
            bound("""
                            insert into environments (id, name, tier, owner, description, namespaces, cluster_url,
                              prometheus_url, alertmanager_urls, elasticsearch_url, log_index, archive_url, links, sandbox, version, changed_at)
                            values (:id, :name, :tier, :owner, :description, :namespaces, :clusterUrl,
                              :prometheus, :alertmanagers, :elasticsearch, :logIndex, :archive, :links, :sandbox, 1, :now)
                            """, environment)
                    .param("name", environment.name())
                    .param("sandbox", environment.sandbox())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Conflict("There is an environment " + environment.name() + " already; choose another name.");
        }
    }

    /** @throws Conflict where the record was changed or deleted since that version was read */
    void replace(Environment environment) {
        int changed = bound(
                        "update environments set version = version + 1, " + COLUMNS
                                + " where id = :id and version = :version",
                        environment)
                .param("version", environment.version())
                .update();
        if (changed == 0) {
            throw stale(environment.name());
        }
    }

    /** @throws Conflict where the record was changed or deleted since that version was read */
    void remove(EnvironmentId id, String name, long version) {
        int removed = jdbc.sql("delete from environments where id = ? and version = ?")
                .params(id.value(), version)
                .update();
        if (removed == 0) {
            throw stale(name);
        }
    }

    private static Conflict stale(String name) {
        return new Conflict("Somebody else changed or deleted " + name
                + " while you had it open. Nothing of yours was saved; open it again and repeat your change.");
    }

    private JdbcClient.StatementSpec bound(String sql, Environment environment) {
        return jdbc.sql(sql)
                .param("id", environment.id().value())
                .param("tier", environment.tier().name())
                .param("owner", environment.owner())
                .param("description", environment.description())
                .param("namespaces", environment.namespaces().toArray(String[]::new))
                .param("clusterUrl", environment.clusterUrl().toString())
                .param("prometheus", text(environment.prometheus()))
                .param("alertmanagers", texts(environment.alertmanagers()))
                .param("elasticsearch", text(environment.elasticsearch()))
                .param("logIndex", environment.logIndex())
                .param("archive", text(environment.archive()))
                .param("links", texts(environment.links()))
                .param("now", OffsetDateTime.now(clock));
    }

    private static @Nullable String text(@Nullable URI url) {
        return url == null ? null : url.toString();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
