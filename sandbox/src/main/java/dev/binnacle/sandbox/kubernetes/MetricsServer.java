package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** metrics-server, outside the cluster and known to it as the APIService {@code v1beta1.metrics.k8s.io}. */
public final class MetricsServer implements Part {
    /** Not a loopback address, which an EndpointSlice refuses; the pod runner leads it to this machine. */
    private static final String ADDRESS = "10.244.255.254";

    private @Nullable Child child;

    @Override
    public String name() {
        return "metrics-server";
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes", "nodes", "pods");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        Path program = Program.KUBERNETES.require(context::building);
        context.starting("");
        child = context.run(commandLine(program, context));
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build()) {
            int port = context.port("metrics-server");
            context.addresses().publish("egress." + ADDRESS + ":" + port, "127.0.0.1:" + port);
            new Manifests(client)
                    .applyResource("metrics-server.yaml", Map.of("address", ADDRESS, "port", Integer.toString(port)));
            client.apiServices()
                    .withName("v1beta1.metrics.k8s.io")
                    .waitUntilCondition(MetricsServer::available, 5, TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop();
            child = null;
        }
    }

    private static boolean available(@Nullable APIService service) {
        return service != null
                && service.getStatus() != null
                && service.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Available".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    private static Command commandLine(Path program, PartContext context) throws IOException {
        Path kubeconfig = context.directory("kubernetes").resolve("admin.kubeconfig");
        List<String> line = List.of(
                program.toString(),
                "metrics-server",
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--secure-port=" + context.port("metrics-server"),
                "--tls-cert-file=" + context.certificates().resolve("kubelet.crt"),
                "--tls-private-key-file=" + context.certificates().resolve("kubelet.key"),
                "--kubelet-insecure-tls",
                "--kubelet-use-node-status-port",
                "--kubelet-preferred-address-types=InternalIP",
                "--metric-resolution=15s");
        return Command.of("metrics-server", line).within(Duration.ofSeconds(3));
    }
}
