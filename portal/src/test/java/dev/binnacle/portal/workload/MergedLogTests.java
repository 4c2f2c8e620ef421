package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    @Test
    void whatTheBrowserHasIsNotCounted() throws Exception {
        assertThat(copied(log(2_345), NOW.plusMillis(299))).contains(" line 345\n", "event: dropped\ndata: 45\n\n");
    }

    /** A browser goes on from the id that came last. */
    @Test
    void idsNeverGoBack() throws Exception {
        assertThat(copied(log(1), NOW.plusSeconds(9)))
                .contains("id: " + NOW.plusSeconds(9) + "\ndata: web-1/web " + NOW + " line 0\n\n");
        assertThat(copied("no time here\n", Instant.EPOCH))
                .contains("data: web-1/web no time here\n\n")
                .doesNotContain("id: ");
    }

    private static String copied(int lines) throws IOException, InterruptedException {
        return copied(log(lines), Instant.EPOCH);
    }

    private static String copied(String log, Instant seen) throws IOException, InterruptedException {
        ByteArrayOutputStream browser = new ByteArrayOutputStream();
        try (Followers followers = new Followers(
                _ -> new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                new FollowedRuns(true, null, NOW))) {
            new MergedLog(followers, () -> List.of(POD), browser, true, seen).copy();
        }
        return browser.toString(StandardCharsets.UTF_8);
    }

    private static String log(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(number -> NOW.plusMillis(number) + " line " + number + "\n")
                .collect(Collectors.joining());
    }
}
