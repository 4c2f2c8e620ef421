package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.portal.web.LogLinks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What other rooms link to is what the log page shows. */
@PageTest
@Import(LogEnvironments.class)
class LinksFromElsewhereTests {

    private static final String NAME = "log-all";

    private final LogReader reader;

    LinksFromElsewhereTests(Visitors visitors) {
        reader = new LogReader(visitors);
    }

    @Test
    void aPodsLinesAreItsOwn() {
        assertThat(reader.page(LogLinks.ofPod(NAME, "shop", "cart-0").lately()))
                .contains("251 lines match in the last 24 hours", "many 1")
                .doesNotContain("vault opened", "connection refused");
        assertThat(reader.page(LogLinks.ofPod(NAME, "bank", "cart-0").lately())).contains("No line matches");
    }

    @Test
    void aNodesLinesAreThoseOfItsPods() {
        assertThat(reader.page(LogLinks.onNode(NAME, "node-7").lately()))
                .contains("vault opened")
                .doesNotContain("many 1", "connection refused");
    }

    @Test
    void aWorkloadsLinesAreOfTheTimeThatIsMeant() {
        Instant now = LogEnvironments.NOW;
        LogLinks.Lines cart = LogLinks.ofWorkload(NAME, "statefulset", "shop", "cart");
        assertThat(reader.page(cart.around(now))).contains("many 1");
        assertThat(reader.page(cart.during(now.minusSeconds(7200), now.minusSeconds(3600))))
                .contains("No line was written");
        assertThat(reader.page(cart.during(now.minusSeconds(3600), null))).contains("many 1");
        assertThat(asked(cart.around(Instant.parse("2026-11-17T03:12:00Z"))))
                .isEqualTo(Map.of(
                        "workload", List.of("statefulset/shop/cart"),
                        "from", List.of("2026-11-17T02:57:00Z"),
                        "to", List.of("2026-11-17T04:12:00Z")));
    }

    @Test
    void anythingIsQuoted() {
        String odd = "a\"b\\c & d=e or *";
        assertThat(Asked.of(asked(LogLinks.ofPod(NAME, odd, odd).lately())).filters())
                .hasSize(2)
                .allSatisfy(filter -> {
                    assertThat(Kql.parse(filter)).isInstanceOfSatisfying(Parsed.Understood.class, understood -> {
                        assertThat(understood.clause()).isInstanceOf(Clause.Is.class);
                        assertThat(((Clause.Is) understood.clause()).value()).isEqualTo(Literal.phrase(odd));
                        assertThat(Kql.print(understood.clause()))
                                .as("as the page writes it")
                                .isEqualTo(filter);
                    });
                });
    }

    private static Map<String, List<String>> asked(String link) {
        return UriComponentsBuilder.fromUriString(link).build().getQueryParams().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(value -> UriUtils.decode(value, StandardCharsets.UTF_8))
                                .toList()));
    }
}
