package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.operation.Stage.Ended;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.problem.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Operations in PostgreSQL. One of a workload at a time is in progress: a partial unique index sees to that. */
@Component
public class OperationRows {
    private final JdbcClient database;
    private final JsonMapper json;

    OperationRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Keeps a new operation, unless the same form was sent before.
     *
     * @return whether it is new
     * @throws Conflict where another operation of the workload is in progress; its message names that one
     */
    public boolean accept(Operation operation, Instant now) {
        Request request = operation.request();
        int rows = database.sql("""
                        insert into operations (id, environment_id, environment, workload_kind, namespace, name,
                            change_kind, change, account, reason, plan, stage, stage_word, asked_at)
                        values (:id, :environmentId, :environment, :workloadKind, :namespace, :name,
                            :changeKind, :change::jsonb, :account, :reason, :plan::jsonb, :stage::jsonb, :word, :now)
                        on conflict do nothing""")
                .param("id", request.id().value())
                .param("environmentId", request.environmentId().value())
                .param("environment", request.environment())
                .param("workloadKind", request.workload().kind().name())
                .param("namespace", request.workload().namespace())
                .param("name", request.workload().name())
                .param("changeKind", request.change().kind())
                .param("change", written(request.change(), Change.class))
                .param("account", request.account())
                .param("reason", request.reason())
                .param("plan", json.writeValueAsString(operation.plan()))
                .param("stage", written(operation.stage(), Stage.class))
                .param("word", operation.stage().token())
                .param("now", Timestamp.from(now))
                .update();
        if (rows == 0 && find(request.id()).isEmpty()) {
            throw taken(request);
        }
        return rows == 1;
    }

    /** @throws Conflict where somebody else kept a later state of it meanwhile */
    public Operation keep(Operation operation) {
        Instant endedAt = operation.stage() instanceof Ended ended ? ended.at() : null;
        int rows = database.sql("""
                        update operations
                        set stage = :stage::jsonb, stage_word = :word, ended_at = :endedAt, version = version + 1
                        where id = :id and version = :version""")
                .param("stage", written(operation.stage(), Stage.class))
                .param("word", operation.stage().token())
                .param("endedAt", endedAt == null ? null : Timestamp.from(endedAt))
                .param("id", operation.request().id().value())
                .param("version", operation.version())
                .update();
        if (rows == 0) {
            throw new Conflict("Operation " + operation.number() + " went on meanwhile. Look at it again.");
        }
        return new Operation(
                operation.number(), operation.request(), operation.plan(), operation.stage(), operation.version() + 1);
    }

    public Optional<Operation> find(OperationId id) {
        return database.sql("select * from operations where id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional()
                .map(Kept::operation);
    }

    public Optional<Kept> numbered(String environment, long number) {
        return database.sql("select * from operations where environment = :environment and number = :number")
                .param("environment", environment)
                .param("number", number)
                .query(this::row)
                .optional();
    }

    public Optional<Operation> inProgress(EnvironmentId environment, WorkloadKey workload) {
        return database.sql("""
                        select * from operations
                        where environment_id = :environment and workload_kind = :kind and namespace = :namespace
                            and name = :name and ended_at is null""")
                .param("environment", environment.value())
                .param("kind", workload.kind().name())
                .param("namespace", workload.namespace())
                .param("name", workload.name())
                .query(this::row)
                .optional()
                .map(Kept::operation);
    }

    /** @return those of the environment that have not ended, restricted to some workloads */
    public List<OperationId> inProgress(EnvironmentId environment, Collection<WorkloadKey> workloads) {
        return database
                .sql("select * from operations where environment_id = :id and ended_at is null limit 200")
                .param("id", environment.value())
                .query(this::row)
                .list()
                .stream()
                .map(kept -> kept.operation().request())
                .filter(request -> workloads.contains(request.workload()))
                .map(Request::id)
                .toList();
    }

    private Conflict taken(Request request) {
        return inProgress(request.environmentId(), request.workload())
                .map(first -> new Conflict("Operation " + first.number() + " of "
                        + first.request().account() + " is in progress on "
                        + request.workload().name() + " (" + first.request().says()
                        + "). Wait for its end; nothing was changed."))
                .orElseGet(() -> new Conflict("Another operation was in progress on "
                        + request.workload().name() + ". Try again; nothing was changed."));
    }

    Kept row(ResultSet row, int index) throws SQLException {
        var request = new Request(
                new OperationId(row.getObject("id", UUID.class)),
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                row.getString("environment"),
                new WorkloadKey(
                        WorkloadKind.valueOf(row.getString("workload_kind")),
                        row.getString("namespace"),
                        row.getString("name")),
                json.readValue(row.getString("change"), Change.class),
                row.getString("account"),
                row.getString("reason"));
        var operation = new Operation(
                row.getLong("number"),
                request,
                json.readValue(row.getString("plan"), Plan.class),
                json.readValue(row.getString("stage"), Stage.class),
                row.getLong("version"));
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        return new Kept(operation, row.getTimestamp("asked_at").toInstant(), ended == null ? null : ended.toInstant());
    }

    private String written(Object value, Class<?> type) {
        return json.writerFor(type).writeValueAsString(value);
    }
}
