package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.pod.egress.EgressProxy;
import dev.binnacle.sandbox.pod.egress.Routes;
import dev.binnacle.sandbox.pod.kubelet.KubeletServer;
import dev.binnacle.sandbox.pod.kubelet.ServerCertificate;
import dev.binnacle.sandbox.pod.log.PodLogs;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The runner of pods that are processes, the kubelets' server and the way into the cluster's network. */
public final class PodsPart implements Part {

    /** The part's name. */
    public static final String NAME = "pods";

    /** The key under which the address of the HTTP proxy to pods is published. */
    public static final String PROXY = "pods.proxy";

    /**
     * The beginning of a key by which another part announces where its server really is: {@code
     * egress.10.244.0.2:443} is {@code 127.0.0.1:port}. The API server, which refuses loopback addresses as endpoints,
     * reaches it by the made-up address.
     */
    public static final String ROUTE = "egress.";

    /** Of a single request: what has to arrive is sent again by whoever sends it. */
    private static final int RETRIES = 2;

    private final Clock clock;
    private final List<BundledImage> given;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** Runs the bundled images that the build has made. */
    public PodsPart(Clock clock) {
        this(clock, List.of());
    }

    /** Runs these images; the bundled ones where there are none. */
    PodsPart(Clock clock, List<BundledImage> given) {
        this.clock = clock;
        this.given = List.copyOf(given);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes");
    }

    @Override
    public void start(PartContext context) throws IOException {
        try {
            open(context);
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void open(PartContext context) throws IOException {
        Path folder = context.directory("pods");
        Images images = new Images(images(context.directory("images")));
        Routes routes = new Routes(key -> context.addresses().find(ROUTE + key));
        routes.open(
                Kubelet.HOST_ADDRESS,
                context.kubeletPort(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), context.kubeletPort()));
        running.push(new EgressProxy(context.egressSocket(), context.port("egress"), routes));
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.fromKubeconfig(context.kubeconfig()))
                        .withRequestRetryBackoffLimit(RETRIES)
                        .build())
                .build();
        running.push(client);
        KubeletEvents events = new KubeletEvents(client, clock);
        running.push(events);
        PodLogs logs = new PodLogs(folder);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        PodRunner runner = new PodRunner(new Kubelet(
                client, images, new PodAddresses(), routes, logs, events, context.directory("volumes"), java, clock));
        running.push(runner);
        Path certificates = context.certificates();
        running.push(new KubeletServer(
                context.kubeletPort(),
                context.kwokPort(),
                new ServerCertificate(certificates.resolve("kubelet.crt"), certificates.resolve("kubelet.key")),
                new LocalPods(runner, logs),
                clock));
        Addresses addresses = context.addresses();
        addresses.publish(Pods.DIRECTORY, folder.toString());
        addresses.publish(PROXY, "http://127.0.0.1:" + context.port("egress"));
    }

    private List<BundledImage> images(Path store) throws IOException {
        if (!given.isEmpty()) {
            return given;
        }
        BundledImage echo = BundledImages.ECHO
                .find(store)
                .orElseThrow(() -> new PartFailure(
                        "The echo service is not built; run mvn -pl echo-service package, or name its jar by the system"
                                + " property " + BundledImages.ECHO.property() + "."));
        return Stream.concat(Stream.of(echo), BundledImages.WEBHOOK.find(store).stream())
                .toList();
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                System.getLogger(PodsPart.class.getName())
                        .log(System.Logger.Level.DEBUG, "A part of the pod runner did not close cleanly", failure);
            }
        }
    }
}
