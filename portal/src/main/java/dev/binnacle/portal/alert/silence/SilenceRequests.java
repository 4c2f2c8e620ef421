package dev.binnacle.portal.alert.silence;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The silences that were asked for here, each once. */
@Repository
class SilenceRequests {

    private final JdbcClient database;

    SilenceRequests(JdbcClient database) {
        this.database = database;
    }

    /** Keeps the request in the caller's transaction. Returns false where the same form was sent before. */
    boolean keep(EnvironmentId environment, SilenceRequest request, Instant now) {
        return database.sql("""
                        insert into silence_requests
                          (token, environment, account, matchers, comment, starts_at, ends_at, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (token) do nothing""")
                        .params(
                                request.token(),
                                environment.value(),
                                request.account(),
                                request.matchers().toString(),
                                request.comment(),
                                Timestamp.from(request.startsAt()),
                                Timestamp.from(request.endsAt()),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    void outcome(UUID token, String outcome) {
        database.sql("update silence_requests set outcome = ? where token = ?")
                .params(outcome, token)
                .update();
    }

    void forgetBefore(Instant time) {
        database.sql("delete from silence_requests where asked_at < ?")
                .param(Timestamp.from(time))
                .update();
    }
}
