package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the fleet in a heap of {@code -Dbench.heap} (goal P2 names 50,000 pods on 5,000 nodes in 512 MB: {@code
 * -Dbench.workloads=10000 -Dbench.nodes=5000}).
 */
class SmallHeapBench {

    private static final String HEAP = System.getProperty("bench.heap", "512m");

    @Test
    void theModelIsMadeTwiceInASmallHeap(@TempDir Path folder) throws Exception {
        Path kubeconfig =
                Files.writeString(folder.resolve("kubeconfig"), Fleet.shared().kubeconfig());
        Process follower = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-Xmx" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        kubeconfig.toString()))
                .redirectErrorStream(true)
                .start();
        try {
            follower.inputReader().lines().forEach(System.out::println);
            assertThat(follower.waitFor(15, TimeUnit.MINUTES)).isTrue();
            assertThat(follower.exitValue()).isZero();
        } finally {
            follower.destroyForcibly();
        }
    }
}
