package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.kubernetes.Karpenter;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The platform's own node pool, whose machines are pretended: pods that fit nowhere get a node. */
public final class PoolSeed implements Part {
    private static final Path POOL = Path.of("deploy", "peak", "node-pool.yaml");

    @Override
    public String name() {
        return "node-pool";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Karpenter.NAME);
    }

    @Override
    public void start(PartContext context) throws IOException {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build()) {
            client.resource(pool(client)).serverSideApply();
        }
    }

    /** The NodePool that the platform ships, of pretended machines in place of Amazon's. */
    public static GenericKubernetesResource pool(KubernetesClient client) throws IOException {
        Path file = RepositoryFolder.find(POOL)
                .orElseThrow(() -> new PartFailure("The file " + POOL + " is missing; run in the repository."));
        GenericKubernetesResource pool =
                client.load(new ByteArrayInputStream(Files.readAllBytes(file))).items().stream()
                        .filter(object -> object.getKind().equals("NodePool"))
                        .map(GenericKubernetesResource.class::cast)
                        .findFirst()
                        .orElseThrow();
        Map<String, Object> spec = pool.get("spec", "template", "spec");
        spec.put(
                "nodeClassRef",
                Map.of("group", "karpenter.kwok.sh", "kind", "KWOKNodeClass", "name", Karpenter.NODE_CLASS));
        return pool;
    }

    @Override
    public void close() {
        // The pool and its nodes are the cluster's.
    }
}
