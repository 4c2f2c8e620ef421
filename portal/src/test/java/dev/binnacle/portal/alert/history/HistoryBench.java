package dev.binnacle.portal.alert.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Timings;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.Changes;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.alert.board.Condition;
import dev.binnacle.portal.alert.board.DeadMansSwitch;
import dev.binnacle.portal.alert.board.Member;
import dev.binnacle.portal.metric.Monitored;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Measures reviews of {@code -Dbench.alerts} alerts in 200 days against their bare SQL, the bytes of an alert, and a storm. */
@PageTest
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class HistoryBench {

    private static final int ALERTS = Integer.getInteger("bench.alerts", 1_000_000);
    private static final int ROUNDS = 10;
    /** The portal's connections are given up after ten seconds without a word. */
    private static final int STATEMENT = 50_000;

    private final Monitored monitored;
    private final JdbcClient jdbc;
    private final Months months;
    private final ReviewRecords records;
    private final FollowingRecords following;
    private final Recording recording;
    private final MockMvcTester viewer;

    HistoryBench(
            Monitored monitored,
            JdbcClient jdbc,
            Months months,
            ReviewRecords records,
            FollowingRecords following,
            Recording recording,
            Visitors visitors) {
        this.monitored = monitored;
        this.jdbc = jdbc;
        this.months = months;
        this.records = records;
        this.following = following;
        this.recording = recording;
        this.viewer = visitors.in("quay", Role.VIEWER);
    }

    @Test
    void aReviewTakesAsLongAsItsSql() throws Exception {
        fill();
        for (int days : List.of(1, 7, 30, 90)) {
            Timings bare = new Timings("history bare SQL of %d days".formatted(days));
            Timings page = new Timings("history review of %d days".formatted(days));
            for (int i = 0; i < ROUNDS; i++) {
                bare.time(() -> bare(days));
                page.time(() -> page(days));
            }
            bare.print();
            page.print();
            System.out.printf(
                    "history page / SQL of %d days at p50: %.2f (goal 1.2)%n",
                    days, page.quantile(0.5) / bare.quantile(0.5));
        }
        afterChanges();
        long bytes = jdbc.sql("""
                        select sum(pg_relation_size(inhrelid)) from pg_inherits
                        where inhparent = 'alert_history'::regclass""").query((row, at) -> row.getLong(1)).single();
        System.out.printf("history: %.0f bytes an alert without indexes (goal 400)%n", (double) bytes / ALERTS);
        assertThat(bytes / ALERTS).isLessThan(400);
    }

    /** A change of one of 40 workloads every half an hour for a week. */
    private void afterChanges() throws Exception {
        Instant now = Instant.now();
        Period period = new Period(now.minus(Duration.ofDays(7)), now, ZoneOffset.UTC);
        List<Changes.Change> changes = IntStream.range(0, 336)
                .mapToObj(n -> new Changes.Change(
                        now.minus(Duration.ofMinutes(30L * n)), "shop-" + n % 40, "echo", "Redeploy", "/"))
                .toList();
        Timings timings = new Timings("history after 336 changes in 7 days");
        for (int i = 0; i < ROUNDS; i++) {
            timings.time(() -> following.following(monitored.environment().id(), period, changes, null));
        }
        timings.print();
    }

    /** 2,000 alerts a minute for ten minutes, each for two, read every five seconds. */
    @Test
    void aStormLeavesNoGrowth() throws Exception {
        Instant start = Instant.now().minus(Duration.ofMinutes(30));
        Deque<Alert> firing = new ArrayDeque<>();
        Timings readings = new Timings("history reading in a storm");
        long before = used();
        for (int i = 0; i < 150; i++) {
            Instant now = start.plusSeconds(5L * i);
            for (int n = 0; i < 120 && n < 167; n++) {
                firing.add(alert(i * 167 + n, now));
            }
            while (!firing.isEmpty() && firing.getFirst().startsAt().isBefore(now.minusSeconds(120))) {
                firing.removeFirst();
            }
            List<Alert> alerts = List.copyOf(firing);
            readings.time(() -> read(alerts, now));
        }
        readings.print();
        long growth = used() - before;
        System.out.printf("history storm: heap grew by %.1f MiB%n", growth / 1048576.0);
        assertThat(growth).isLessThan(16L << 20);
    }

    private MvcTestResult page(int days) {
        MvcTestResult page = viewer.get()
                .uri("/environments/quay/alerts/review?days=" + days)
                .exchange();
        assertThat(page).hasStatusOk();
        return page;
    }

    private boolean read(List<Alert> alerts, Instant now) {
        recording.on(new BoardRead(monitored.environment(), board(alerts), now));
        return true;
    }

    private List<List<Long>> bare(int days) {
        Instant now = Instant.now();
        Period period = new Period(now.minus(Duration.ofDays(days)), now, ZoneOffset.UTC);
        var id = monitored.environment().id();
        records.figures(id, period, null);
        records.figures(id, period.before(), null);
        return records.hours(id, period, null);
    }

    private void fill() {
        Instant now = Instant.now();
        for (int day = 0; day <= 200; day += 10) {
            months.provide(List.of(now.minus(Duration.ofDays(day))));
        }
        jdbc.sql("""
                        insert into alert_label_sets (environment, fingerprint, labels, last_fired_at)
                        select ?, lpad(to_hex(n), 16, '0'), jsonb_build_object('alertname', 'Alert' || n % 300,
                          'namespace', 'shop-' || n % 40, 'pod', 'echo-7d9f8b6c5d-' || n, 'severity', 'warning'), now()
                        from generate_series(1, 20000) n""").param(monitored.environment().id().value()).update();
        for (int kept = 0; kept < ALERTS; kept += STATEMENT) {
            keep(Math.min(STATEMENT, ALERTS - kept));
        }
        jdbc.sql("analyze alert_label_sets").update();
        jdbc.sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'alert_history'::regclass")
                .query((row, at) -> row.getString(1))
                .list()
                .forEach(month -> jdbc.sql("vacuum analyze " + month).update());
    }

    private void keep(int alerts) {
        jdbc.sql("""
                        insert into alert_history (environment, label_set, starts_at, ends_at, annotations)
                        select environment, id, at, at + random() * interval '1 hour', jsonb_build_object(
                          'summary', 'Pod ' || (labels ->> 'pod') || ' restarts again and again',
                          'description', 'It restarted ' || n || ' times within the last ten minutes in ' || (labels ->> 'namespace'),
                          'runbook_url', 'https://runbooks.example/' || name)
                        from (select n, now() - random() * interval '199 days' as at,
                            (select min(id) from alert_label_sets where fingerprint > '0000000000000000') + n % 20000 as set
                          from generate_series(1, ?) n) h join alert_label_sets s on s.id = h.set on conflict do nothing""").param(alerts).update();
    }

    private static Alert alert(int number, Instant at) {
        return new Alert(
                "%016x".formatted(0x7000_0000_0000_0000L + number),
                Map.of("alertname", "Storm", "pod", "pod-" + number),
                Map.of("summary", "It storms around " + number),
                at,
                "",
                AlertState.FIRING,
                List.of(),
                List.of());
    }

    private static Board board(List<Alert> alerts) {
        return new Board(
                List.of(),
                alerts,
                List.of(),
                List.of(new Member("am:9093", "am:9093", "0.34.0", true, null, "", Condition.SOUND)),
                null,
                new DeadMansSwitch("", null, null));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @TestConfiguration
    static class Quay {
        @Bean
        @Primary
        Monitored monitored() {
            return new Monitored();
        }
    }
}
