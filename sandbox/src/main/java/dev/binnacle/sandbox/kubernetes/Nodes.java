package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Four nodes in two zones, whose kubelets kwok plays, and with them every pod whose image is not bundled. */
public final class Nodes implements Part {
    private static final int COUNT = 4;

    private final Clock clock;
    private @Nullable Child kwok;

    public Nodes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        Path program = Program.KUBERNETES.require(context::building);
        context.starting("");
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build()) {
            var manifests = new Manifests(client);
            new KwokDefinitions(program, client).apply(context.directory("logs"));
            manifests.applyResource("stages.yaml", Map.of());
            manifests.applyResource("usage.yaml", Map.of());
            manifests.applyResource(
                    "logs.yaml", Map.of("file", writeLog(context).toString()));
            kwok = context.run(commandLine(program, context));
            join(client, manifests);
        }
    }

    @Override
    public void close() {
        if (kwok != null) {
            kwok.stop();
            kwok = null;
        }
    }

    private void join(KubernetesClient client, Manifests manifests) throws IOException {
        String version = client.getKubernetesVersion().getGitVersion();
        for (int number = 1; number <= COUNT; number++) {
            String zone = number % 2 == 1 ? "zone-a" : "zone-b";
            manifests.applyResource("node.yaml", Map.of("name", "node-" + number, "zone", zone, "version", version));
        }
        for (int number = 1; number <= COUNT; number++) {
            client.nodes().withName("node-" + number).waitUntilReady(60, TimeUnit.SECONDS);
        }
    }

    private Command commandLine(Path program, PartContext context) throws IOException {
        Path folder = context.directory("kubernetes");
        Path certificates = context.certificates();
        List<String> line = List.of(
                program.toString(),
                "kwok",
                "--config=" + Files.writeString(folder.resolve("kwok.yaml"), ""),
                "--kubeconfig=" + folder.resolve("admin.kubeconfig"),
                "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake",
                "--enable-crds=Stage,ClusterLogs,Logs,ResourceUsage,ClusterResourceUsage,Metric",
                "--node-ip=127.0.0.1",
                "--node-port=" + context.kubeletPort(),
                "--server-address=127.0.0.1:" + context.kwokPort(),
                "--cidr=10.244.0.0/16",
                "--node-lease-duration-seconds=40",
                "--tls-cert-file=" + certificates.resolve("kubelet.crt"),
                "--tls-private-key-file=" + certificates.resolve("kubelet.key"));
        return Command.of("kwok", line).within(Duration.ofSeconds(3));
    }

    /** One line in the format of the container runtime. */
    private Path writeLog(PartContext context) throws IOException {
        String line =
                clock.instant() + " stdout F This pod is pretended by the sandbox: it runs no program and writes no"
                        + " log of its own.\n";
        return Files.writeString(context.directory("kubernetes").resolve("pretended.log"), line);
    }
}
