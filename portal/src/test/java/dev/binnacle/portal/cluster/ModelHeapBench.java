package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Measures what the model of a cluster costs: heap for each pod (goal P2) and time to the first whole model (P3). */
class ModelHeapBench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern NEXT = Pattern.compile("\"continue\":\"([^\"]+)\"");

    private final Fleet fleet = Fleet.shared();

    @Test
    void theModelIsAPartOfTheJson() {
        followed().close();
        long listed = System.nanoTime();
        long json = podsAsJson();
        listed = System.nanoTime() - listed;

        long before = used();
        long synced = System.nanoTime();
        Followed followed = followed();
        synced = System.nanoTime() - synced;
        long model = used() - before;
        assertThat(followed.model.pods()).hasSize(Fleet.PODS);
        assertThat(followed.model.workloads()).hasSize(Fleet.WORKLOADS);

        System.out.printf(
                "P2 heap: %,d bytes a pod for the whole model, %,d bytes a pod as JSON%n",
                model / Fleet.PODS, json / Fleet.PODS);
        System.out.printf("P2 heap / JSON: %.3f (goal 0.25)%n", (double) model / json);
        System.out.printf(
                "P3 first model: %.1f s, raw list of the pods %.1f s: %.2f (goal 2)%n",
                synced / 1e9, listed / 1e9, (double) synced / listed);
        followed.close();
    }

    private Followed followed() {
        Followed followed = new Followed(fleet.connection());
        Followed.eventually(PATIENCE, () -> followed.model.freshness().live());
        return followed;
    }

    /** @return the bytes of all pages */
    private long podsAsJson() {
        long bytes = 0;
        String next = "";
        do {
            byte[] page = fleet.raw("/api/v1/pods?limit=500" + (next.isEmpty() ? "" : "&continue=" + next));
            bytes += page.length;
            Matcher matcher = NEXT.matcher(new String(page, 0, 2_000, java.nio.charset.StandardCharsets.UTF_8));
            next = matcher.find() ? matcher.group(1) : "";
        } while (!next.isEmpty());
        return bytes;
    }

    /** @return bytes that are in use after the heap was collected until nothing more went away */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int times = 0; times < 6; times++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
