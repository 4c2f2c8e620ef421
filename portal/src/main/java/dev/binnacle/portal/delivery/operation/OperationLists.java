package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.OperationBrief;
import dev.binnacle.portal.delivery.Operations;
import dev.binnacle.portal.web.Status;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of operations, newest first, filtered and cut by PostgreSQL. */
@Component
public class OperationLists implements Operations {
    public static final int PAGE = 50;
    private static final String MATCHING = """
            from operations where environment = :environment
                and (:kind = '' or change_kind = :kind)
                and (:account = '' or account = :account)
                and (:find = '' or number::text = :find or strpos(lower(namespace || '/' || name), lower(:find)) > 0
                    or strpos(lower(reason), lower(:find)) > 0)
            """;
    private static final String OUTCOME = """
                and (:outcome = '' or stage_word = :outcome or (:outcome = 'progress' and ended_at is null))
                and (:before = 0 or number < :before)
            """;

    private final JdbcClient database;
    private final OperationRows rows;

    OperationLists(JdbcClient database, OperationRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** @return at most {@link #PAGE} and one more, which says that there are older ones */
    public List<Kept> page(Filter filter) {
        return filtered("select * " + MATCHING + OUTCOME + " order by number desc limit " + (PAGE + 1), filter)
                .query(rows::row)
                .list();
    }

    /** @return how many there are of each outcome, by {@link Outcome#token()} and "progress" */
    public Map<String, Long> outcomes(Filter filter) {
        var counts = new TreeMap<String, Long>();
        filtered(
                        "select case when ended_at is null then 'progress' else stage_word end word, count(*) many "
                                + MATCHING + " group by 1",
                        filter)
                .query(row -> {
                    counts.put(row.getString("word"), row.getLong("many"));
                });
        return counts;
    }

    /** @return who ever asked for an operation there, at most 200 */
    public List<String> accounts(String environment) {
        return database.sql("select distinct account from operations where environment = :name order by 1 limit 200")
                .param("name", environment)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<OperationBrief> inProgress(String environment) {
        return page(new Filter(environment, "", "", "progress", "", 0)).stream()
                .map(OperationLists::brief)
                .toList();
    }

    @Override
    public List<OperationBrief> latest(String environment, int most) {
        return page(new Filter(environment, "", "", "", "", 0)).stream()
                .limit(most)
                .map(OperationLists::brief)
                .toList();
    }

    @Override
    public List<OperationBrief> latest(String environment, WorkloadKey workload, int most) {
        return database
                .sql("""
                        select * from operations
                        where environment = :environment and workload_kind = :kind and namespace = :namespace
                            and name = :name
                        order by number desc limit :most""")
                .param("environment", environment)
                .param("kind", workload.kind().name())
                .param("namespace", workload.namespace())
                .param("name", workload.name())
                .param("most", most)
                .query(rows::row)
                .list()
                .stream()
                .map(OperationLists::brief)
                .toList();
    }

    @Override
    public List<OperationBrief> between(
            String environment, @Nullable WorkloadKey workload, Instant from, Instant to, int most) {
        return database
                .sql("""
                        select * from operations
                        where environment = :environment and asked_at >= :from and asked_at < :to
                            and (:kind = '' or (workload_kind = :kind and namespace = :namespace and name = :name))
                        order by number desc limit :most""")
                .param("environment", environment)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("kind", workload == null ? "" : workload.kind().name())
                .param("namespace", workload == null ? "" : workload.namespace())
                .param("name", workload == null ? "" : workload.name())
                .param("most", most)
                .query(rows::row)
                .list()
                .stream()
                .map(OperationLists::brief)
                .toList();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return database.sql(sql)
                .param("environment", filter.environment())
                .param("kind", filter.kind())
                .param("account", filter.account())
                .param("find", filter.find().strip())
                .param("outcome", filter.outcome())
                .param("before", filter.before());
    }

    private static OperationBrief brief(Kept kept) {
        Request request = kept.operation().request();
        Stage stage = kept.operation().stage();
        return new OperationBrief(
                kept.operation().number(),
                request.environment(),
                request.workload(),
                request.says(),
                status(stage),
                kept.operation().inProgress() ? "in progress" : stage.token(),
                request.account(),
                kept.askedAt(),
                kept.endedAt());
    }

    /** @return how a stage is shown */
    public static Status status(Stage stage) {
        return switch (stage) {
            case Stage.Planned _, Stage.Confirmed _, Stage.Running _, Stage.Verifying _ -> Status.PROGRESS;
            case Stage.Ended ended ->
                switch (ended.outcome()) {
                    case Outcome.Succeeded _ -> Status.OK;
                    case Outcome.Failed _ -> Status.CRITICAL;
                    case Outcome.Undone _ -> Status.UNKNOWN;
                };
        };
    }
}
