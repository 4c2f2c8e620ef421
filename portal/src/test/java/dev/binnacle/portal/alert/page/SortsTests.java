package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortsTests {

    private final Sorts sorts = new Sorts(" cluster: prod, staging ; team;");

    @Test
    void theValuesThatAnAdministratorNamesComeFirstAndThoseWithoutTheLabelLast() {
        assertThat(clusters(sorts, "label:cluster", "dev", "staging", "", "alpha", "prod"))
                .containsExactly("prod", "staging", "alpha", "dev", "");
    }

    @Test
    void anyOtherLabelGoesByTheAlphabet() {
        Sorts none = new Sorts("");
        assertThat(none.named("label:cluster").words()).isEqualTo("by cluster");
        assertThat(clusters(none, "label:cluster", "staging", "", "prod", "dev"))
                .containsExactly("dev", "prod", "staging", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "label:", "cluster", "Worst", "' or 1=1"})
    void whatIsNotKnownStandsForTheUsualOne(String token) {
        assertThat(sorts.named(token)).isEqualTo(Sort.WORST);
    }

    @Test
    void theOrdersOfferedAreTheUsualOnesThoseOfTheAdministratorTheGroupsAndThePresentOne() {
        Arrangement arrangement = Arrangement.of("team,namespace", sorts.named("label:pod"), "");
        assertThat(sorts.offered(arrangement))
                .extracting(Sort::token)
                .containsExactly(
                        "worst",
                        "newest",
                        "oldest",
                        "name",
                        "label:cluster",
                        "label:team",
                        "label:namespace",
                        "label:pod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster: a: b", "cluster; cluster: a", ":"})
    void aFaultySettingIsRefusedWhenThePortalStarts(String order) {
        assertThatThrownBy(() -> new Sorts(order)).hasMessageContaining("BINNACLE_ALERTS_ORDER");
    }

    private static List<String> clusters(Sorts sorts, String token, String... clusters) {
        return Stream.of(clusters)
                .map(SortsTests::alert)
                .sorted(sorts.named(token).order())
                .map(alert -> alert.label("cluster"))
                .toList();
    }

    private static Alert alert(String cluster) {
        return new Alert(
                cluster,
                cluster.isEmpty() ? Map.of() : Map.of("cluster", cluster),
                Map.of(),
                Instant.EPOCH,
                "",
                AlertState.FIRING,
                List.of(),
                List.of());
    }
}
