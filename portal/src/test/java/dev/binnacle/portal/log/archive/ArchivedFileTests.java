package dev.binnacle.portal.log.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedFileTests {

    private static final String NAME = "2026/03/04/050607089-echo-service-6c5d-x2-echo-0123456789abcdef.log.gz";

    @Test
    void aNameOfTheLogArchiverTellsWhenItWasRotated() {
        ArchivedFile file = ArchivedFile.read("echo/" + NAME, "echo/", 42).orElseThrow();

        assertThat(file.rotatedAt()).isEqualTo("2026-03-04T05:06:07.089Z");
        assertThat(file.series()).isEqualTo("echo-service-6c5d-x2-echo");
        assertThat(file.bytes()).isEqualTo(42);
        assertThat(ArchivedFile.rotatedAt("logs/echo/" + NAME)).isEqualTo(file.rotatedAt());
        assertThat(ArchivedFile.rotatedAt(NAME)).isEqualTo(file.rotatedAt());
        assertThat(NAME).startsWith(ArchivedFile.nameAt(file.rotatedAt()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "other.log.gz",
                "2026/03/04/050607089-echo-0123456789abcdef.log",
                "2026/13/04/050607089-pod-echo-0123456789abcdef.log.gz",
                "2026/03/04/990607089-pod-echo-0123456789abcdef.log.gz",
                "2026/03/04/050607089-pod-echo-0123456789ABCDEF.log.gz",
                "../2026/03/04/050607089-pod-echo-0123456789abcdef.log.gz"
            })
    void namesOfOthersAreLeftAlone(String name) {
        assertThat(ArchivedFile.read(name, "", 1)).isEmpty();
        assertThat(ArchivedFile.read("echo/" + name, "echo/", 1)).isEmpty();
    }

    @Test
    void ofEachSeriesTheFirstAfterATimeCanHoldLinesOfIt() {
        ArchivedFile a1 = file("a", "2026-03-04T10:00:00Z");
        ArchivedFile b1 = file("b", "2026-03-04T10:30:00Z");
        ArchivedFile a2 = file("a", "2026-03-04T11:00:00Z");
        ArchivedFile a3 = file("a", "2026-03-04T12:00:00Z");
        ArchivedFile b2 = file("b", "2026-03-05T09:00:00Z");

        assertThat(ArchivedFile.covering(List.of(a1, b1, a2, a3, b2), Instant.parse("2026-03-04T11:00:00Z")))
                .containsExactly(a1, b1, a2, b2);
        assertThat(ArchivedFile.covering(List.of(), Instant.EPOCH)).isEmpty();
    }

    private static ArchivedFile file(String series, String at) {
        return new ArchivedFile(series + at, series, Instant.parse(at), 1);
    }
}
