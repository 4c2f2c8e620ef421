package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.HttpReadiness;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.ModuleSources;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Karpenter, with the provider of its own project whose machines are pretended: kwok plays the kubelets of the nodes
 * that it adds. It adds none before there is a NodePool, which names the {@code KWOKNodeClass} {@value #NODE_CLASS}.
 */
public final class Karpenter implements Part {
    /** The part's name. */
    public static final String NAME = "karpenter";

    /** The name of the {@code KWOKNodeClass}, whose machines take 20 s to become nodes. */
    public static final String NODE_CLASS = "sandbox";

    private @Nullable Child child;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes", "nodes");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        Path program = Program.KARPENTER.require(context::building);
        context.starting("");
        ModuleSources sources = Program.KARPENTER.sources("sigs.k8s.io/karpenter");
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build()) {
            var definitions = new Definitions(client);
            definitions.apply(sources.folder().resolve("pkg/apis/crds"));
            definitions.apply(sources.folder().resolve("kwok/apis/crds"));
            new Manifests(client).applyResource("karpenter.yaml", Map.of("class", NODE_CLASS));
        }
        Child started = context.run(Command.of(NAME, List.of(program.toString()))
                .with(Map.of(
                        "KUBECONFIG",
                        context.directory("kubernetes")
                                .resolve("admin.kubeconfig")
                                .toString(),
                        "SYSTEM_NAMESPACE",
                        "kube-system",
                        "KUBERNETES_MIN_VERSION",
                        "1.30.0-0",
                        "DISABLE_LEADER_ELECTION",
                        "true",
                        "INSTANCE_TYPES_FILE_PATH",
                        Manifests.copyResource("instance-types.json", context.directory("kubernetes"))
                                .toString(),
                        "METRICS_PORT",
                        Integer.toString(context.port("karpenter-metrics")),
                        "HEALTH_PROBE_PORT",
                        Integer.toString(context.port("karpenter-health")))));
        child = started;
        HttpReadiness.await(
                "Karpenter", URI.create("http://127.0.0.1:" + context.port("karpenter-health") + "/readyz"), started);
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop();
            child = null;
        }
    }
}
