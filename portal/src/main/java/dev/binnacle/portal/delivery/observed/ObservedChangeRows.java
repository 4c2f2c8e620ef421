package dev.binnacle.portal.delivery.observed;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.environment.EnvironmentId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of observed changes. */
@Repository
class ObservedChangeRows {
    private final JdbcClient database;

    ObservedChangeRows(JdbcClient database) {
        this.database = database;
    }

    /** @return false where the environment has one of that id */
    boolean add(EnvironmentId environment, ObservedChange change) {
        return database.sql("""
                        insert into observed_changes (environment_id, id, workload_kind, namespace, name, manager, says,
                            outcome, link, reported_by, at)
                        values (:environment, :id, :kind, :namespace, :name, :manager, :says, :outcome, :link, :by, :at)
                        on conflict do nothing""")
                        .param("environment", environment.value())
                        .param("id", change.id())
                        .param("kind", change.workload().kind().name())
                        .param("namespace", change.workload().namespace())
                        .param("name", change.workload().name())
                        .param("manager", change.manager())
                        .param("says", change.says())
                        .param("outcome", change.outcome().name())
                        .param(
                                "link",
                                change.link() == null ? null : change.link().toString())
                        .param("by", change.reportedBy())
                        .param("at", Timestamp.from(change.at()))
                        .update()
                == 1;
    }

    Optional<ObservedChange> find(EnvironmentId environment, String id) {
        return database.sql("select * from observed_changes where environment_id = :environment and id = :id")
                .param("environment", environment.value())
                .param("id", id)
                .query(ObservedChangeRows::row)
                .optional();
    }

    List<ObservedChange> latest(EnvironmentId environment, int most) {
        return database.sql(
                        "select * from observed_changes where environment_id = :environment order by at desc limit :most")
                .param("environment", environment.value())
                .param("most", most)
                .query(ObservedChangeRows::row)
                .list();
    }

    List<ObservedChange> latest(EnvironmentId environment, WorkloadKey workload, int most) {
        return database.sql("""
                        select * from observed_changes
                        where environment_id = :environment and workload_kind = :kind and namespace = :namespace
                            and name = :name
                        order by at desc limit :most""")
                .param("environment", environment.value())
                .param("kind", workload.kind().name())
                .param("namespace", workload.namespace())
                .param("name", workload.name())
                .param("most", most)
                .query(ObservedChangeRows::row)
                .list();
    }

    List<ObservedChange> between(
            EnvironmentId environment, @Nullable WorkloadKey workload, Instant from, Instant to, int most) {
        return database.sql("""
                        select * from observed_changes
                        where environment_id = :environment and at >= :from and at < :to
                            and (:kind = '' or (workload_kind = :kind and namespace = :namespace and name = :name))
                        order by at desc limit :most""")
                .param("environment", environment.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("kind", workload == null ? "" : workload.kind().name())
                .param("namespace", workload == null ? "" : workload.namespace())
                .param("name", workload == null ? "" : workload.name())
                .param("most", most)
                .query(ObservedChangeRows::row)
                .list();
    }

    private static ObservedChange row(ResultSet row, int number) throws SQLException {
        String link = row.getString("link");
        return new ObservedChange(
                row.getString("id"),
                new WorkloadKey(
                        WorkloadKind.valueOf(row.getString("workload_kind")),
                        row.getString("namespace"),
                        row.getString("name")),
                row.getString("manager"),
                row.getString("says"),
                ObservedChange.Outcome.valueOf(row.getString("outcome")),
                link == null ? null : URI.create(link),
                row.getString("reported_by"),
                row.getTimestamp("at").toInstant());
    }
}
