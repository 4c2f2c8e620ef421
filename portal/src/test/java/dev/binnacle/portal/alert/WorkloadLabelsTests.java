package dev.binnacle.portal.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadLabelsTests {

    @ParameterizedTest
    @CsvSource({
        "Deployment,  deployment,  echo,                   true",
        "Deployment,  pod,         echo-6d7f5c9b8-lw2kj,   true",
        "Deployment,  pod,         echo-more-6d7f5c9b8-lw2kj, false",
        "Deployment,  statefulset, echo,                   false",
        "StatefulSet, pod,         echo-0,                 true",
        "StatefulSet, pod,         echo-lw2kj,             false",
        "DaemonSet,   pod,         echo-lw2kj,             true",
        "Deployment,  workload,    echo,                   true",
        "Deployment,  app,         echo,                   true",
        "Deployment,  app,         other,                  false"
    })
    void anAlertIsOfTheWorkloadThatItsLabelsName(String kind, String label, String value, boolean match) {
        Alert alert = alert(Map.of("namespace", "shop", label, value));
        assertThat(new WorkloadLabels("shop", kind, "echo").match(alert)).isEqualTo(match);
        assertThat(new WorkloadLabels("other", kind, "echo").match(alert)).isFalse();
    }

    @Test
    void onlyNamesOfKubernetesBecomeLinks() {
        assertThat(alert(Map.of("namespace", "shop", "deployment", "echo")).page())
                .hasValue(new Alert.Page("Workload echo", "workloads/shop/deployment/echo"));
        assertThat(alert(Map.of("namespace", "shop", "pod", "../../sign-out")).page())
                .isEmpty();
        assertThat(alert(Map.of("namespace", "..", "pod", "echo-0")).page()).isEmpty();
    }

    private static Alert alert(Map<String, String> labels) {
        return new Alert("1", labels, Map.of(), Instant.EPOCH, "", AlertState.FIRING, List.of(), List.of());
    }
}
