package dev.binnacle.portal.alert.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class MonthsTests {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'alert_history_'uuuu_MM").withZone(ZoneOffset.UTC);

    private final Months months;
    private final JdbcClient jdbc;

    MonthsTests(Months months, JdbcClient jdbc) {
        this.months = months;
        this.jdbc = jdbc;
    }

    @Test
    void whatIsTooOldIsForgottenByTheMonth() {
        Instant kept = Instant.now().minus(Duration.ofDays(390));
        months.provide(List.of(kept, Instant.now()));
        List.of("alert_history", "alert_mutings")
                .forEach(table -> jdbc.sql("create table " + table + "_2020_01 partition of " + table
                                + " for values from ('2020-01-01 00:00Z') to ('2020-02-01 00:00Z')")
                        .update());
        months.forget();
        months.forget();
        assertThat(partitions())
                .contains(NAME.format(kept), NAME.format(Instant.now()))
                .doesNotContain("alert_history_2020_01");
    }

    @Test
    void severalReplicasMakeTheSameMonthAtOnce() {
        Instant month = Instant.now().minus(Duration.ofDays(300));
        var replicas = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().unstarted(() -> months.provide(List.of(month))))
                .toList();
        replicas.forEach(Thread::start);
        replicas.forEach(MonthsTests::join);
        assertThat(partitions()).containsOnlyOnce(NAME.format(month));
    }

    @Test
    void aReviewReadsOnlyTheMonthsOfItsPeriod() {
        Instant to = Instant.now().minus(Duration.ofDays(100));
        Instant from = to.minus(Duration.ofDays(20));
        months.provide(List.of(from, to, Instant.now()));
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, costs off) " + ReviewRecords.FIGURES)
                        .param("environment", UUID.randomUUID())
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .param("sets", null, Types.ARRAY)
                        .query(String.class)
                        .list());
        assertThat(Pattern.compile("alert_history_\\d+_\\d+(?= )")
                        .matcher(plan)
                        .results()
                        .map(MatchResult::group))
                .as(plan)
                .isNotEmpty()
                .isSubsetOf(NAME.format(from), NAME.format(to));
    }

    private static void join(Thread replica) {
        try {
            assertThat(replica.join(Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private List<String> partitions() {
        return jdbc.sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'alert_history'::regclass")
                .query((row, at) -> row.getString(1))
                .list();
    }
}
