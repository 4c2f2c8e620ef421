package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogStoreTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private static final TestIndex INDEX = TestIndex.mapped(ELASTICSEARCH)
            .line(TEN, "shop", "echo-7d9f8b6c5d-bcdfg", "GET /api?item=1 200", Map.of("status", 200, "level", "info"))
            .line(minutes(1), "shop", "echo-7d9f8b6c5d-bcdfg", "connection refused by cart", Map.of("level", "ERROR"))
            .line(minutes(2), "shop", "echo-api-7d9f8b6c5d-hjklm", "Connection refused", Map.of("status", 500))
            .line(minutes(3), "shop", "cart-0", "cart is open", Map.of("level", "warn"))
            .line(minutes(4), "bank", "vault-x2z4v", "secret connection", Map.of("status", 403))
            .line(minutes(5), "bank", "echo-7d9f8b6c5d-bcdfg", "panic: out of money", Map.of("open", true))
            .written();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | 6",
                "refused                                             | 2",
                "connection refused                                  | 3",
                "\"connection refused\"                              | 2",
                "log: (refused and cart)                             | 1",
                "not refused                                         | 4",
                "status >= 403                                       | 2",
                "status: (200 or 403)                                | 2",
                "status: *                                           | 3",
                "not status: *                                       | 3",
                "level: warn or level: ERROR                         | 2",
                "level: WARN                                         | 0",
                "kubernetes.pod_name: echo-*                         | 4",
                "kubernetes.pod_name: echo                           | 0",
                "kube*.namespace_name: bank                          | 2",
                "log: conn*                                          | 3",
                "conn*                                               | 3",
                "open: true                                          | 1",
                "@timestamp >= \"2026-11-17T10:04:00Z\"              | 2",
                "@timestamp: \"2026-11-17T10:04:00Z\"                | 1",
                "nosuchfield: 1                                      | 0",
                "stream: stdout and (cart or vault) and not bank     | 2",
            })
    void findsWhatKibanaFinds(String query, int lines) {
        assertThat(found(INDEX.environment(), query).total()).isEqualTo(lines);
    }

    @Test
    void showsNewestFirstWithWhatMatchedMarked() {
        List<Line> lines = found(INDEX.environment(), "refused").lines();
        assertThat(lines).extracting(Line::text).containsExactly("Connection refused", "connection refused by cart");
        assertThat(lines.getFirst().marks()).containsExactly(new Line.Mark(11, 18));
        assertThat(lines.getLast().level()).isEqualTo("error");
        assertThat(lines.getFirst().pod()).isEqualTo("echo-api-7d9f8b6c5d-hjklm");
    }

    @Test
    void countsLinesAndErrorsOverTime() {
        Lines lines = found(INDEX.environment(), "");
        assertThat(lines.buckets())
                .extracting(Bucket::from, Bucket::lines, Bucket::errors)
                .contains(org.assertj.core.groups.Tuple.tuple(TEN, 2L, 1L))
                .contains(org.assertj.core.groups.Tuple.tuple(minutes(2), 2L, 0L));
        assertThat(lines.errors()).as("one by its level, one by its text").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "*",
        "kubernetes.namespace_name: bank",
        "not kubernetes.namespace_name: shop",
        "a or *",
        "_index: *"
    })
    void noQueryLeavesTheNamespacesOfTheEnvironment(String query) {
        assertThat(found(INDEX.environment("shop"), query).lines())
                .extracting(Line::namespace)
                .doesNotContain("bank");
    }

    @Test
    void aLineOutOfScopeIsNotShown() {
        Line secret = found(INDEX.environment(), "secret").lines().getFirst();
        SearchOutcome<Lines> shown = INDEX.store().line(INDEX.environment(), secret.index(), secret.id());
        SearchOutcome<Lines> hidden = INDEX.store().line(INDEX.environment("shop"), secret.index(), secret.id());
        assertThat(lines(shown).lines()).extracting(Line::text).containsExactly("secret connection");
        assertThat(lines(hidden).lines()).isEmpty();
    }

    @Test
    void aWorkloadsPodsAreKnownByTheNamesThatItsControllerGives() {
        assertThat(of("deployment", "echo").lines()).extracting(Line::pod).containsOnly("echo-7d9f8b6c5d-bcdfg");
        assertThat(of("deployment", "echo-api").lines()).hasSize(1);
        assertThat(of("statefulset", "cart").lines()).hasSize(1);
        assertThat(of("daemonset", "cart").lines()).isEmpty();
    }

    @Test
    void furtherLinesFollowWithoutGapOrRepetitionWhileNewOnesArrive() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        for (int i = 0; i < 350; i++) {
            index.line(TEN.plusSeconds(i / 70), "shop", "echo-0", "line " + i);
        }
        index.written();
        Search search = search("", null);
        List<String> texts = new ArrayList<>();
        LogStore store = index.store();
        Lines page = lines(store.search(index.environment(), search));
        while (true) {
            page.lines().forEach(line -> texts.add(line.text()));
            index.line(minutes(3), "shop", "echo-0", "new").written();
            Continuation next = page.next();
            if (next == null) {
                break;
            }
            page = lines(store.more(index.environment(), search, next));
        }
        assertThat(texts).hasSize(350).doesNotHaveDuplicates();
    }

    @Test
    void aPointInTimeThatIsGoneSaysSo() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        for (int i = 0; i < 2 * LogStore.PAGE + 1; i++) {
            index.line(TEN.plusMillis(i), "shop", "echo-0", "line " + i);
        }
        index.written();
        Search search = search("", null);
        LogStore store = index.store();
        Continuation first = next(lines(store.search(index.environment(), search)));
        Continuation second = next(lines(store.more(index.environment(), search, first)));
        index.send("DELETE", "/_pit", "{\"id\":\"" + second.pointInTime() + "\"}");
        assertThat(store.more(index.environment(), search, second)).isInstanceOf(SearchOutcome.Expired.class);
    }

    @Test
    void aRefusedQueryComesWithItsReason() {
        assertThat(INDEX.store().search(INDEX.environment(), search("status: many", null)))
                .isInstanceOfSatisfying(
                        SearchOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("many"));
    }

    @ParameterizedTest
    @CsvSource({"no-such-index", "no-such-*"})
    void aMissingIndexIsNamed(String index) {
        Environment environment = TestIndex.environmentOf("europe", index);
        assertThat(INDEX.store().search(environment, search("", null))).isEqualTo(new SearchOutcome.NoIndex<>(index));
    }

    @Test
    void anIndexThatElasticsearchMappedByItselfIsSearchedAlike() {
        TestIndex guessed = TestIndex.guessed(ELASTICSEARCH)
                .line(TEN, "shop", "echo-7d9f8b6c5d-bcdfg", "one", Map.of("level", "error"))
                .line(TEN, "shop-test", "echo-7d9f8b6c5d-bcdfg", "two")
                .written();
        assertThat(lines(guessed.store().search(guessed.environment("shop"), search("", null)))
                        .lines())
                .extracting(Line::text)
                .containsExactly("one");
    }

    @Test
    void withoutAnExactNamespaceNothingIsShownWhereTheScopeIsLimited() {
        TestIndex index = TestIndex.guessed(ELASTICSEARCH);
        index.send("PUT", "/" + index.name(), """
                {"mappings":{"properties":{"@timestamp":{"type":"date"},"kubernetes":{"properties":
                {"namespace_name":{"type":"text"}}}}}}""");
        index.line(TEN, "shop", "echo-0", "one").written();
        assertThat(index.store().search(index.environment("shop"), search("", null)))
                .isInstanceOf(SearchOutcome.Unsuited.class);
    }

    @Test
    void errorsOfAWorkloadAreCounted() {
        Search search = search("", new Pods.Of("shop", "deployment", "echo"));
        Lines lines = lines(INDEX.store().errors(INDEX.environment(), search));
        assertThat(lines.total()).isEqualTo(2);
        assertThat(lines.errors()).isEqualTo(1);
    }

    @Test
    void aVeryLongLineIsFoundWithWhatMatchedNearItsEnd() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH)
                .line(TEN, "shop", "echo-0", "word ".repeat(200_000) + "needle")
                .written();
        assertThat(lines(index.store().search(index.environment(), search("needle", null)))
                        .total())
                .isEqualTo(1);
    }

    private static Lines of(String kind, String name) {
        return lines(INDEX.store().last(INDEX.environment(), search("", new Pods.Of("shop", kind, name)), 20));
    }

    private static Lines found(Environment environment, String query) {
        return lines(INDEX.store().search(environment, search(query, null)));
    }

    private static Lines lines(SearchOutcome<Lines> outcome) {
        assertThat(outcome).isInstanceOf(SearchOutcome.Found.class);
        return ((SearchOutcome.Found<Lines>) outcome).found();
    }

    private static Continuation next(Lines lines) {
        return Objects.requireNonNull(lines.next(), "There is no further page");
    }

    private static Search search(String query, @Nullable Pods pods) {
        Clause clause = ((Parsed.Understood) Kql.parse(query)).clause();
        return new Search(clause, pods, TEN.minus(1, ChronoUnit.HOURS), TEN.plus(1, ChronoUnit.HOURS), true);
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(minutes, ChronoUnit.MINUTES);
    }
}
