package dev.binnacle.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the trail. */
@Repository
class AuditRecords {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditRecords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Head head() {
        return head("");
    }

    /** Holds everybody else's entries back until the transaction ends, so that the chain has no branch. */
    Head lockHead() {
        return head(" for update");
    }

    private Head head(String lock) {
        return jdbc.sql("select number, seal from audit_head" + lock)
                .query((row, number) -> new Head(row.getLong("number"), Seal.of(row.getBytes("seal"))))
                .single();
    }

    void append(SealedEntry sealed) {
        AuditEntry entry = sealed.entry();
        jdbc.sql("""
                        insert into audit_entries (number, recorded_at, account, action, environment, target, reason,
                            details, previous_seal, seal)
                        values (:number, :at, :account, :action, :environment, :target, :reason,
                            :details::jsonb, :previous, :seal)
                        """)
                .param("number", sealed.number())
                .param("at", Timestamp.from(sealed.recordedAt()))
                .param("account", entry.account())
                .param("action", entry.action())
                .param("environment", entry.environment())
                .param("target", entry.target())
                .param("reason", entry.reason())
                .param("details", json.writeValueAsString(entry.details()))
                .param("previous", sealed.previous().bytes())
                .param("seal", sealed.seal().bytes())
                .update();
        jdbc.sql("update audit_head set number = :number, seal = :seal")
                .param("number", sealed.number())
                .param("seal", sealed.seal().bytes())
                .update();
    }

    /** @return entries after the number, oldest first, at most as many as the limit */
    List<SealedEntry> after(long number, int limit) {
        return jdbc.sql("select * from audit_entries where number > :number order by number limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, at) -> sealed(row))
                .list();
    }

    SealedEntry sealed(ResultSet row) throws SQLException {
        return new SealedEntry(
                row.getLong("number"),
                row.getTimestamp("recorded_at").toInstant(),
                new AuditEntry(
                        row.getString("account"),
                        row.getString("action"),
                        row.getString("environment"),
                        row.getString("target"),
                        row.getString("reason"),
                        json.readValue(row.getString("details"), DETAILS)),
                Seal.of(row.getBytes("previous_seal")),
                Seal.of(row.getBytes("seal")));
    }
}
