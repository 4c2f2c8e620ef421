package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTests {
    @Test
    void listensOn8080WithoutFaultsUnlessTold() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.faultsAllowed()).isFalse();
    }

    @Test
    void readsTheEnvironment() {
        Settings settings = Settings.from(Map.of(
                "PORT", "9090",
                "ECHO_VERSION", "2.0",
                "ECHO_DRAIN_SECONDS", "0",
                "ECHO_ALLOW_FAULTS", "true",
                "POD_NAME", "echo-1"));
        assertThat(settings).isEqualTo(new Settings(9090, new Identity("2.0", "echo-1"), Duration.ZERO, true));
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "http"))).hasMessageContaining("PORT is 'http'");
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "70000"))).hasMessageContaining("PORT is 70000");
        assertThatThrownBy(() -> Settings.from(Map.of("ECHO_DRAIN_SECONDS", "-1")))
                .hasMessageContaining("ECHO_DRAIN_SECONDS");
    }
}
