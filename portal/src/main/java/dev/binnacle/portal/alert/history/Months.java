package dev.binnacle.portal.alert.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The partitions of the history: one for each month, made when needed and dropped when it is too old. */
@Component
class Months {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu_MM");
    private static final List<String> TABLES = List.of("alert_history", "alert_mutings");
    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration kept;
    private final Set<YearMonth> there = ConcurrentHashMap.newKeySet();

    /** @param kept how long the history of alerts is kept */
    Months(
            JdbcClient database,
            TransactionOperations transactions,
            Clock clock,
            @Value("${binnacle.alerts.history-kept:400d}") Duration kept) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.kept = kept;
    }

    /** @return whether what began then belongs to the history */
    boolean take(Instant startsAt) {
        Instant now = clock.instant();
        return startsAt.isAfter(now.minus(kept)) && startsAt.isBefore(now.plus(AHEAD));
    }

    /** Makes sure of the partitions for what began then. */
    void provide(Collection<Instant> beginnings) {
        List<YearMonth> missing = beginnings.stream()
                .map(Months::month)
                .distinct()
                .filter(month -> !there.contains(month))
                .toList();
        if (!missing.isEmpty()) {
            transactions.executeWithoutResult(_ -> {
                lock();
                missing.forEach(this::create);
            });
            there.addAll(missing);
        }
    }

    /** Drops what is too old. */
    void forget() {
        transactions.executeWithoutResult(_ -> forgetNow());
    }

    private void forgetNow() {
        lock();
        Instant oldest = clock.instant().minus(kept);
        for (String table : TABLES) {
            database
                    .sql("select inhrelid::regclass::text from pg_inherits where inhparent = ?::regclass")
                    .param(table)
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(name -> name.compareTo(name(table, month(oldest))) < 0)
                    .forEach(name -> database.sql("drop table " + name).update());
        }
        there.removeIf(month -> month.isBefore(month(oldest)));
        database.sql("""
                        delete from alert_label_sets s where last_fired_at < ?
                        and not exists (select from alert_history h where h.label_set = s.id)""").param(Timestamp.from(oldest)).update();
        database.sql("delete from alert_blindness where to_at < ?")
                .param(Timestamp.from(oldest))
                .update();
    }

    /** Two replicas that make the same partition would hinder each other. */
    private void lock() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('alert_history months', 0))::text")
                .query(String.class)
                .single();
    }

    private void create(YearMonth month) {
        for (String table : TABLES) {
            database.sql(
                            "create table if not exists %s partition of %s for values from ('%s-01 00:00Z') to ('%s-01 00:00Z')"
                                    .formatted(name(table, month), table, month, month.plusMonths(1)))
                    .update();
        }
    }

    private static String name(String table, YearMonth month) {
        return table + "_" + NAME.format(month);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }
}
