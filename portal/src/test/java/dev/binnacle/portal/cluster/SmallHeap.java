package dev.binnacle.portal.cluster;

import dev.binnacle.portal.cluster.FaultProxy.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Follows a cluster in a JVM of its own: the first model, then everything listed anew beside it. */
final class SmallHeap {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private SmallHeap() {}

    /** @param arguments the file with the kubeconfig */
    public static void main(String[] arguments) throws Exception {
        long heap = Runtime.getRuntime().maxMemory();
        try (FaultProxy proxy = new FaultProxy(Files.readString(Path.of(arguments[0])))) {
            long begin = System.nanoTime();
            Followed followed = new Followed(proxy.connection());
            Followed.eventually(PATIENCE, () -> followed.model.freshness().live());
            long first = System.nanoTime() - begin;
            int pods = followed.model.pods().size();
            proxy.fault(request ->
                    request.contains("watch=true") ? new Fault.Answer(410, "{\"code\":410}") : new Fault.None());
            proxy.cut();
            Followed.eventually(PATIENCE, () -> !followed.model.freshness().live());
            begin = System.nanoTime();
            proxy.heal();
            Followed.eventually(
                    PATIENCE,
                    () -> followed.model.freshness().live()
                            && followed.model.pods().size() == pods);
            System.out.printf(
                    "P2 in a heap of %,d MB: %,d pods and %,d nodes, first model %.1f s, listed anew %.1f s%n",
                    heap >> 20, pods, followed.model.nodes().size(), first / 1e9, (System.nanoTime() - begin) / 1e9);
            followed.close();
        }
        System.exit(0);
    }
}
