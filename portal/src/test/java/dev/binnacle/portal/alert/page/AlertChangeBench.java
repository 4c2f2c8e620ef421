package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Timings;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Measures how long after a real Alertmanager takes an alert it is on the page, among {@code -Dbench.alerts} others (goal
 * P10: within the interval of the readings, here the usual five seconds, and one second).
 */
@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=5s")
class AlertChangeBench {

    private static final int ALERTS = Integer.getInteger("bench.alerts", 6_000);
    private static final int CHANGES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TrialEnvironment trial;
    private final MockMvcTester viewer;

    AlertChangeBench(TrialEnvironment trial, Visitors visitors) {
        this.trial = trial;
        this.viewer = visitors.in("quay", Role.VIEWER);
    }

    @Test
    void aChangeIsOnThePageSoonAfterTheNextReading() throws Exception {
        for (int from = 0; from < ALERTS; from += 500) {
            trial.alertmanager()
                    .fire(IntStream.range(from, Math.min(from + 500, ALERTS))
                            .mapToObj(number -> Map.of("alertname", "Down", "is", "number " + number))
                            .toList());
        }
        trial.readReal();
        Timings shown = new Timings("P10 a change, until it is on the page");
        for (int change = 0; change < CHANGES; change++) {
            String name = "Change" + change;
            // The changes fall anywhere between two readings.
            Thread.sleep(change * 97L % 1_000);
            shown.time(() -> {
                trial.alertmanager().fire(List.of(Map.of("alertname", name, "is", name)));
                waitFor("It is " + name, "alertname=" + name);
                return name;
            });
        }
        shown.print();
        System.out.printf("P10 a change at p99: %.0f ms (goal 6,000)%n", shown.quantile(0.99));
    }

    private void waitFor(String text, String filter) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!trial.page(viewer, TrialEnvironment.ALERTS, filter).contains(text)) {
            assertThat(System.nanoTime()).as(text).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
