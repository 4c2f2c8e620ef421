package dev.binnacle.portal.alert.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.metric.Monitored;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PageTest
class HistoryTests {

    private final History history;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    HistoryTests(History history, JdbcClient jdbc, TransactionOperations transactions) {
        this.history = history;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** As long as somebody else holds the tables. */
    @Test
    void aReviewThatTakesTooLongSaysSo() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("lock table alert_history, alert_label_sets").update();
            List<CompletableFuture<Object>> reviews = Stream.of(Matchers.NONE, Matchers.of(Map.of("a", "b")))
                    .map(matchers ->
                            CompletableFuture.supplyAsync(() -> reviewed(matchers), Thread::startVirtualThread))
                    .toList();
            assertThat(reviews.stream().map(CompletableFuture::join))
                    .hasOnlyElementsOfType(Unavailable.class)
                    .allSatisfy(said -> assertThat(said.toString()).contains("takes too long to look back"));
        });
    }

    private Object reviewed(Matchers matchers) {
        Instant now = Instant.now();
        try {
            return history.review(
                    new Monitored().environment(),
                    new Period(now.minus(Duration.ofDays(1)), now, ZoneOffset.UTC),
                    matchers);
        } catch (Unavailable said) {
            return said;
        }
    }
}
