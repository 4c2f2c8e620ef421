package dev.binnacle.portal.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail, newest first. */
@Repository
@Transactional(readOnly = true, timeout = 10)
public class AuditEntries {

    private final JdbcClient jdbc;
    private final AuditRecords records;

    AuditEntries(JdbcClient jdbc, AuditRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * @param before only entries with a smaller number
     * @param limit how many at most
     */
    public List<SealedEntry> find(AuditFilter filter, long before, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        values.put("before", before);
        values.put("limit", limit);
        return jdbc.sql("select * from audit_entries where number < :before" + where
                        + " order by number desc limit :limit")
                .params(values)
                .query((row, at) -> records.sealed(row))
                .list();
    }

    /** @return how many there are altogether */
    public long count() {
        return records.head().number();
    }

    /** @return when the first entry was written */
    public Optional<Instant> first() {
        return records.after(0, 1).stream().map(SealedEntry::recordedAt).findFirst();
    }

    /** @return the accounts that ever did something, by name, at most 500 */
    public List<String> accounts() {
        return distinct("account");
    }

    /** @return the actions that ever happened, by name, at most 500 */
    public List<String> actions() {
        return distinct("action");
    }

    /** @return the environments in which something happened, by name, at most 500 */
    public List<String> environments() {
        return distinct("environment");
    }

    /** Skips from value to value along the index, however many entries there are. */
    private List<String> distinct(String column) {
        return jdbc.sql("""
                        with recursive found as (
                            (select min(%1$s) as value from audit_entries)
                            union all
                            select (select min(%1$s) from audit_entries where %1$s > value) from found where value is not null
                        )
                        select value from found where value is not null limit 500
                        """.formatted(column))
                .query((row, at) -> row.getString("value"))
                .list();
    }

    private static String where(AuditFilter filter, Map<String, Object> values) {
        var where = new StringBuilder();
        add(where, values, " and account = :account", "account", filter.account());
        add(where, values, " and (action = :action or action like :action || '.%')", "action", filter.action());
        add(where, values, " and environment = :environment", "environment", filter.environment());
        add(
                where,
                values,
                " and (strpos(lower(target), lower(:find)) > 0 or strpos(lower(reason), lower(:find)) > 0)",
                "find",
                filter.find());
        add(where, values, " and recorded_at >= :from", "from", timestamp(filter.from()));
        add(where, values, " and recorded_at < :until", "until", timestamp(filter.until()));
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
