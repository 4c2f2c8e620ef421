package dev.binnacle.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {
    @Test
    void defaultsSuitAPod() {
        assertThat(Settings.from(Map.of()))
                .isEqualTo(new Settings("development", 8443, 8080, Path.of("/etc/tls"), false, Duration.ofSeconds(5)));
    }

    @Test
    void variablesChangeThem() {
        assertThat(Settings.from(Map.of(
                        "PORT",
                        "1",
                        "MANAGEMENT_PORT",
                        "2",
                        "TLS_DIRECTORY",
                        "/x",
                        "MODE",
                        "warn",
                        "DRAIN_SECONDS",
                        "0",
                        "WEBHOOK_VERSION",
                        "7")))
                .isEqualTo(new Settings("7", 1, 2, Path.of("/x"), true, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"PORT, many", "PORT, 65536", "MANAGEMENT_PORT, -1", "MODE, off", "DRAIN_SECONDS, 301"})
    void badOnesAreNamed(String name, String value) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name + " is '" + value + "'");
    }
}
