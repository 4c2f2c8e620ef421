package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Timings;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Measures the page of 6,000 alerts of a real Alertmanager against its own list of them (goal P10). */
@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=2s")
class AlertListBench {

    private static final int ALERTS = 6_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 200);

    private final TrialEnvironment trial;
    private final MockMvcTester viewer;
    private final HttpClient http = HttpClient.newHttpClient();

    AlertListBench(TrialEnvironment trial, Visitors visitors) {
        this.trial = trial;
        this.viewer = visitors.in("quay", Role.VIEWER);
    }

    @Test
    void thePageIsNotMuchSlowerThanTheList() throws Exception {
        for (int from = 0; from < ALERTS; from += 500) {
            trial.alertmanager()
                    .fire(IntStream.range(from, from + 500)
                            .mapToObj(AlertListBench::labels)
                            .toList());
        }
        trial.readReal();
        Timings raw = new Timings("P10 raw /api/v2/alerts");
        Timings page = new Timings("P10 alerts page");
        measure(raw, page, ROUNDS / 2);
        raw.forget();
        page.forget();
        int size = measure(raw, page, ROUNDS);
        raw.print();
        page.print();
        System.out.printf("P10 page / raw at p99: %.2f (goal 2)%n", page.quantile(0.99) / raw.quantile(0.99));
        System.out.printf("P10 page: %,d bytes (goal 300,000)%n", size);
        assertThat(size).isLessThan(300_000);
    }

    private int measure(Timings raw, Timings page, int rounds) throws Exception {
        HttpRequest list = HttpRequest.newBuilder(trial.alertmanager().url().resolve("api/v2/alerts"))
                .build();
        int size = 0;
        for (int round = 0; round < rounds; round++) {
            raw.time(() -> http.send(list, HttpResponse.BodyHandlers.ofByteArray()));
            MvcTestResult answer = page.time(() -> trial.page(viewer, TrialEnvironment.ALERTS));
            assertThat(answer).hasStatusOk().bodyText().contains("alerts__summary");
            size = answer.getResponse().getContentAsByteArray().length;
        }
        return size;
    }

    private static Map<String, String> labels(int number) {
        return Map.of(
                "alertname",
                "Down" + number % 20,
                "severity",
                List.of("critical", "warning", "info").get(number % 3),
                "namespace",
                "team-" + number % 10,
                "pod",
                "service-" + number,
                "is",
                "number " + number);
    }
}
