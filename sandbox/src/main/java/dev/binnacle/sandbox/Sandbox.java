package dev.binnacle.sandbox;

import dev.binnacle.sandbox.kubernetes.ArgoRollouts;
import dev.binnacle.sandbox.kubernetes.ControlPlane;
import dev.binnacle.sandbox.kubernetes.Karpenter;
import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartControl;
import dev.binnacle.sandbox.part.Parts;
import dev.binnacle.sandbox.part.ScratchFolder;
import dev.binnacle.sandbox.pod.Pods;
import dev.binnacle.sandbox.pod.PodsPart;
import dev.binnacle.sandbox.seed.EchoLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole platform on this machine, for tests.
 *
 * <p>Each part starts when it is first asked for. The first use of Kubernetes on a machine builds it, which takes
 * minutes; after that it is up in seconds.
 */
public final class Sandbox {
    /** The environment variable that names the address file of a running sandbox. */
    public static final String ADDRESS_FILE = "BINNACLE_SANDBOX";

    private final PartControl control;

    Sandbox(PartControl control) {
        this.control = control;
    }

    /**
     * The one sandbox of this test run: the running one that {@value #ADDRESS_FILE} names, otherwise one that this JVM
     * starts, part by part, and stops when it ends.
     */
    public static Sandbox shared() {
        return Shared.SANDBOX;
    }

    /** PostgreSQL. Started when it does not run yet. */
    public Postgresql postgresql() {
        control.require("postgresql");
        return new Postgresql(control);
    }

    /** The control plane, its nodes and the runner of pods. Started when they do not run yet. */
    public Kubernetes kubernetes() {
        control.require("nodes");
        control.require(PodsPart.NAME);
        return new Kubernetes(control);
    }

    /** The same with metrics-server, which has its first figures after half a minute. Started when it does not run yet. */
    public Kubernetes kubernetesWithMetrics() {
        control.require("metrics-server");
        return new Kubernetes(control);
    }

    /** The same with Argo Rollouts' controller, built by the first who asks, and Prometheus for its analyses. */
    public Kubernetes kubernetesWithCanaries() {
        control.require(ArgoRollouts.NAME);
        control.require("prometheus");
        return kubernetes();
    }

    /** The same with Karpenter, built by the first who asks, and without a pool of nodes for it. */
    public Kubernetes kubernetesWithKarpenter() {
        control.require(Karpenter.NAME);
        return kubernetes();
    }

    /** The processes behind pods of bundled images. Started when they do not run yet. */
    public Pods pods() {
        control.require(PodsPart.NAME);
        return new Pods(Path.of(control.addresses().get(Pods.DIRECTORY)));
    }

    /** Prometheus, which sends its alerts to Alertmanager. Started when it does not run yet. */
    public Prometheus prometheus() {
        control.require("prometheus");
        return new Prometheus(control);
    }

    /** Alertmanager. Started when it does not run yet. */
    public Alertmanager alertmanager() {
        control.require("alertmanager");
        return new Alertmanager(control);
    }

    /** Elasticsearch. Started when it does not run yet. */
    public Elasticsearch elasticsearch() {
        control.require("elasticsearch");
        return new Elasticsearch(control);
    }

    /** The storage of rotated log files, with those of the seeds. Started when it does not run yet. */
    public Archive archive() {
        control.require("archived-logs");
        return new Archive(control);
    }

    /**
     * The control plane with what makes it a platform in use: the echo service and other workloads in several states,
     * their logs on the way to Elasticsearch, and load that comes and goes.
     */
    public Kubernetes seeded() {
        control.require("log-shipper");
        control.require("pretended-logs");
        control.require("load");
        control.require("admission-webhook");
        return kubernetes();
    }

    /**
     * Brings load up on the seeded echo service until it is closed: {@code EchoLoadHigh} fires within 90 s, and the
     * autoscaler adds replicas. Wait for the pods first; ask for Prometheus where alerts matter.
     */
    public EchoLoad highLoad() {
        return EchoLoad.high(seeded().adminClient());
    }

    /**
     * The same with errors: {@code EchoErrorRateHigh} fires within 90 s, which inhibits {@code EchoLoadHigh}.
     */
    public EchoLoad failingLoad() {
        return EchoLoad.failing(seeded().adminClient());
    }

    /**
     * An API server of its own without controllers, scheduler and nodes, so that objects stay as they were written;
     * started anew by each call. It runs beside the shared sandbox and ends with this JVM.
     */
    public static Kubernetes apiServerAlone() {
        try {
            return new Sandbox(started(List.of(new ControlPlane(Clock.systemUTC(), false)))).kubernetesAlone();
        } catch (IOException e) {
            throw new UncheckedIOException("No folder can be made for an API server", e);
        }
    }

    private Kubernetes kubernetesAlone() {
        control.require("kubernetes");
        return new Kubernetes(control);
    }

    private static Sandbox open() {
        String file = System.getenv(ADDRESS_FILE);
        try {
            return file == null || file.isBlank()
                    ? here()
                    : new Sandbox(RemoteParts.attach(Addresses.read(Path.of(file))));
        } catch (IOException e) {
            throw new UncheckedIOException("No sandbox can be reached by the address file " + file, e);
        }
    }

    private static Sandbox here() throws IOException {
        return new Sandbox(started(Stream.concat(Catalogue.partsForTests().stream(), Catalogue.onDemand().stream())
                .toList()));
    }

    private static Parts started(List<Part> some) throws IOException {
        var folder = ScratchFolder.create();
        var parts = new Parts(folder.path(), Clock.systemUTC(), some);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            parts.close();
                            folder.delete();
                        },
                        "sandbox-stop"));
        return parts;
    }

    private static final class Shared {
        static final Sandbox SANDBOX = open();
    }
}
