package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTests {
    @Test
    void listensOn8080WithoutFaultsUnlessTold() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.faultsAllowed()).isFalse();
        assertThat(settings.logFile()).isEmpty();
    }

    @Test
    void readsTheEnvironment() {
        Settings settings = Settings.from(Map.of(
                "PORT", "9090",
                "ECHO_VERSION", "2.0",
                "ECHO_DRAIN_SECONDS", "0",
                "ECHO_ALLOW_FAULTS", "true",
                "POD_NAME", "echo-1"));
        assertThat(settings)
                .isEqualTo(new Settings(9090, new Identity("2.0", "echo-1"), Duration.ZERO, true, Optional.empty()));
    }

    @Test
    void rotatesAFileAtOneGigabyteUnlessTold() {
        Path path = Path.of("/logs/echo.log");
        assertThat(Settings.from(Map.of("ECHO_LOG_FILE", "/logs/echo.log")).logFile())
                .contains(new LogFile(path, 1_000_000_000, 3));
        assertThat(Settings.from(Map.of(
                                "ECHO_LOG_FILE", "/logs/echo.log",
                                "ECHO_LOG_BYTES", "20000000000",
                                "ECHO_LOG_FILES", "7"))
                        .logFile())
                .contains(new LogFile(path, 20_000_000_000L, 7));
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "http"))).hasMessageContaining("PORT is 'http'");
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "70000"))).hasMessageContaining("PORT is 70000");
        assertThatThrownBy(() -> Settings.from(Map.of("ECHO_DRAIN_SECONDS", "-1")))
                .hasMessageContaining("ECHO_DRAIN_SECONDS");
        assertThatThrownBy(() -> Settings.from(Map.of("ECHO_LOG_FILE", "a.log", "ECHO_LOG_BYTES", "1 GB")))
                .hasMessageContaining("ECHO_LOG_BYTES is '1 GB'");
        assertThatThrownBy(() -> Settings.from(Map.of("ECHO_LOG_FILE", "a.log", "ECHO_LOG_FILES", "0")))
                .hasMessageContaining("ECHO_LOG_FILES is 0");
    }
}
