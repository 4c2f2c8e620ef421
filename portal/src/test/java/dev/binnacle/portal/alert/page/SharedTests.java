package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedTests {

    @Test
    void onlyWhatEveryAlertHasAlikeIsShared() {
        Shared shared = Shared.by(List.of(
                alert(Map.of("a", "1", "b", "1"), Map.of("description", "why", "message", "one")),
                alert(Map.of("a", "1", "b", "2"), Map.of("description", "why", "message", "two")),
                alert(Map.of("a", "1"), Map.of("description", "why"))));
        assertThat(shared.labels()).isEqualTo(Map.of("a", "1"));
        assertThat(shared.annotations()).isEqualTo(Map.of("description", "why"));
        assertThat(Rows.details(shared.annotations())).containsExactly("why");
    }

    @Test
    void aSingleAlertKeepsItsAnnotations() {
        Shared shared = Shared.by(List.of(alert(Map.of("a", "1"), Map.of("description", "why"))));
        assertThat(shared.labels()).isEqualTo(Map.of("a", "1"));
        assertThat(shared.annotations()).isEmpty();
    }

    @Test
    void onlyLinksOfTheWebThatAreKnownLeadAnywhere() {
        assertThat(Rows.links(Map.of(
                        "runbook_url", "https://runbooks.example/a",
                        "dashboard_url", "javascript:alert(1)",
                        "other_url", "https://elsewhere.example")))
                .containsExactly(new AlertRow.Link("Runbook", "https://runbooks.example/a"));
    }

    private static Alert alert(Map<String, String> labels, Map<String, String> annotations) {
        return new Alert("f", labels, annotations, Instant.EPOCH, "", AlertState.FIRING, List.of(), List.of());
    }
}
