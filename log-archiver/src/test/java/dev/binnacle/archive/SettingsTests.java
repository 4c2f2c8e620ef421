package dev.binnacle.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTests {
    private static final Map<String, String> LEAST = Map.of("ARCHIVE_FOLDER", "/logs", "ARCHIVE_BUCKET", "logs");

    @Test
    void takesDefaults() {
        Settings settings = Settings.from(LEAST);
        assertThat(settings.endpoint()).isEmpty();
        assertThat(settings.prefix()).isEqualTo("echo");
        assertThat(settings.settle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.origin()).isEqualTo(new Origin("", "unknown"));
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThatThrownBy(() -> Settings.from(Map.of("ARCHIVE_FOLDER", "/logs")))
                .hasMessage("ARCHIVE_BUCKET is not set");
        Map<String, String> wrong = new HashMap<>(LEAST);
        wrong.put("ARCHIVE_INTERVAL_SECONDS", "0");
        assertThatThrownBy(() -> Settings.from(wrong)).hasMessageContaining("ARCHIVE_INTERVAL_SECONDS is '0'");
        wrong.put("ARCHIVE_INTERVAL_SECONDS", "often");
        assertThatThrownBy(() -> Settings.from(wrong)).hasMessageContaining("ARCHIVE_INTERVAL_SECONDS is 'often'");
    }
}
