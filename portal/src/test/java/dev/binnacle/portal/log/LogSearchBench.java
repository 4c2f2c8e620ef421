package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/**
 * Measures the log page against the raw {@code _search} that it makes (goal P6), over {@code -Dbench.lines} lines. The
 * page is rendered whole, security filters included; only the portal's own socket is left out.
 */
@PageTest
class LogSearchBench {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 500);
    private static final int AT_ONCE = 4;
    private static final String QUERY = "refused and not level: debug";
    private static final Pattern RANGE = Pattern.compile("\"gte\":\"[^\"]+\",\"lt\":\"[^\"]+\"");
    private static final Asked ASKED = Asked.usually().with(Asked.QUERY, QUERY);
    private static final TestIndex INDEX = BenchLines.INDEX;
    private static final Environment ENVIRONMENT = TestIndex.environmentOf("bench-log", INDEX.name());

    private final HttpClient http = HttpClient.newHttpClient();
    private final MockMvcTester viewer;

    LogSearchBench(Visitors visitors) {
        this.viewer = visitors.in("bench-log", Role.VIEWER);
    }

    @Test
    void thePageTakesLittleLongerThanItsSearch() throws Exception {
        Callable<String> raw = rawSearch();
        Callable<String> page = () -> page(ASKED.link("bench-log"));
        measure(raw, page, ROUNDS / 2);
        Duration[][] times = measure(raw, page, ROUNDS);
        report("P6 raw _search", times[0]);
        report("P6 log page   ", times[1]);
        System.out.printf(
                "P6 page - raw at p99: %.1f ms (goal 15), ratio %.2f%n",
                milliseconds(quantile(times[1], 0.99)) - milliseconds(quantile(times[0], 0.99)),
                milliseconds(quantile(times[1], 0.99)) / milliseconds(quantile(times[0], 0.99)));
        System.out.printf("P6 throughput page/raw: %.2f (goal 0.6)%n", perSecond(page) / perSecond(raw));
        assertThat(page.call()).hasSizeLessThan(300_000);
    }

    @Test
    void aLatePageTakesAsLongAsAnEarlyOne() {
        String next = next(page("/environments/bench-log/logs?query=refused"));
        Duration[] times = new Duration[500];
        for (int i = 0; i < times.length; i++) {
            Instant start = Instant.now();
            String rows = page(next);
            times[i] = Duration.between(start, Instant.now());
            next = next(rows);
        }
        Duration early = quantile(Arrays.copyOfRange(times, 20, 120), 0.5);
        Duration late = quantile(Arrays.copyOfRange(times, 400, 500), 0.5);
        System.out.printf("P6 page 500 / page 1: %.2f (goal 1.5)%n", milliseconds(late) / milliseconds(early));
    }

    /** @return the search that the page makes, sent as it is */
    private Callable<String> rawSearch() throws IOException, InvalidTime {
        try (SearchRecorder recorder = new SearchRecorder(ELASTICSEARCH, Duration.ZERO)) {
            TimeRange range = TimeRange.of(ASKED, Instant.now());
            if (Meaning.of(ASKED) instanceof Meaning.Clear clear) {
                TestIndex.storeAt(recorder.url()).search(ENVIRONMENT, clear.during(range, ASKED));
            }
            assertThat(new String(recorder.body(), StandardCharsets.UTF_8)).containsPattern(RANGE);
            HttpRequest.Builder request = HttpRequest.newBuilder(ELASTICSEARCH.resolve(recorder.target()))
                    .header("Content-Type", "application/json");
            String body = new String(recorder.body(), StandardCharsets.UTF_8);
            return () -> http.send(
                            request.copy()
                                    .POST(HttpRequest.BodyPublishers.ofString(untilNow(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** Each search is of the hour until now, as each page's is. */
    private static String untilNow(String body) {
        Instant now = Instant.now();
        return RANGE.matcher(body)
                .replaceFirst("\"gte\":\"" + now.minus(Duration.ofHours(1)) + "\",\"lt\":\"" + now + "\"");
    }

    private static Duration[][] measure(Callable<?> one, Callable<?> other, int rounds) throws Exception {
        Duration[][] times = new Duration[2][rounds];
        for (int i = 0; i < rounds; i++) {
            times[0][i] = timed(one);
            times[1][i] = timed(other);
        }
        return times;
    }

    private static Duration timed(Callable<?> call) throws Exception {
        long start = System.nanoTime();
        call.call();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double perSecond(Callable<?> call) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        Callable<Long> worker = () -> {
            long done = 0;
            while (System.nanoTime() < end) {
                call.call();
                done++;
            }
            return done;
        };
        long calls = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Long> done : threads.invokeAll(Collections.nCopies(AT_ONCE, worker))) {
                calls += done.get();
            }
        }
        return calls / 5.0;
    }

    private static void report(String name, Duration[] times) {
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms%n",
                name, milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99)));
    }

    private static Duration quantile(Duration[] times, double part) {
        Duration[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private String page(String address) {
        var result = viewer.get().uri(URI.create(address)).exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String next(String page) {
        Matcher matcher = Pattern.compile("hx-get=\"([^\"]*/more[^\"]*)\"").matcher(page);
        assertThat(matcher.find()).as("a link to more lines").isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1));
    }

    @TestConfiguration
    static class Europe {

        @Bean
        @Primary
        Environments benchEnvironments() {
            return new Environments() {
                @Override
                public List<Environment> all() {
                    return List.of(ENVIRONMENT);
                }

                @Override
                public Environment named(String name) {
                    return ENVIRONMENT;
                }
            };
        }

        @Bean
        @Primary
        Connections benchConnections() {
            return TestIndex.connecting(ELASTICSEARCH);
        }
    }
}
