package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergedLogTests {

    private static final Instant NOW = Instant.parse("2026-11-17T03:12:00Z");
    private static final Pod POD = Fixtures.pod(
            "web",
            "web-1",
            true,
            "node-1",
            "",
            Fixtures.container(new Container.Running(NOW), true, 1, Fixtures.ended(2, "Error")));

    @Test
    void linesThatAreTooManyAtFirstAreCounted() throws Exception {
        assertThat(copied(2_345))
                .doesNotContain(" line 344\n")
                .contains(" line 345\n", " line 2344\n\nevent: dropped\ndata: 345\n\n");
    }

    @Test
    void whereAllAreShownNothingIsSaidOfThem() throws Exception {
        assertThat(copied(2_000)).contains(" line 0\n", " line 1999\n").doesNotContain("dropped");
    }

    private static String copied(int lines) throws IOException, InterruptedException {
        ByteArrayOutputStream browser = new ByteArrayOutputStream();
        try (Followers followers = new Followers(_ -> log(lines), new FollowedRuns(true, null, NOW))) {
            new MergedLog(followers, () -> List.of(POD), browser, true).copy();
        }
        return browser.toString(StandardCharsets.UTF_8);
    }

    private static InputStream log(int lines) {
        return new ByteArrayInputStream(IntStream.range(0, lines)
                .mapToObj(number -> NOW.plusMillis(number) + " line " + number + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }
}
