package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.web.Status;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operations did and saw, in order. */
@Component
public class Steps {
    /** A rollout of thousands of pods is not told pod by pod. */
    static final int MOST = 300;

    private final JdbcClient database;

    Steps(JdbcClient database) {
        this.database = database;
    }

    /** Appends a step; beyond {@value #MOST} of an operation they are left out. */
    public void add(OperationId operation, Step step) {
        database.sql("""
                        insert into operation_steps (operation, ordinal, at, status, says)
                        select cast(:operation as uuid), count(*), cast(:at as timestamptz), cast(:status as text),
                            cast(:says as text) from operation_steps
                        where operation = :operation having count(*) < :most""")
                .param("operation", operation.value())
                .param("at", Timestamp.from(step.at()))
                .param("status", step.status().name())
                .param("says", step.says())
                .param("most", MOST)
                .update();
    }

    public List<Step> of(OperationId operation) {
        return database.sql(
                        "select at, status, says from operation_steps where operation = :operation order by ordinal")
                .param("operation", operation.value())
                .query((row, _) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        Status.valueOf(row.getString("status")),
                        row.getString("says")))
                .list();
    }
}
