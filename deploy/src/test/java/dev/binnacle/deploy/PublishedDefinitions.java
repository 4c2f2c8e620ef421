package dev.binnacle.deploy;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.kubernetes.Definitions;
import dev.binnacle.sandbox.program.ModuleSources;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;

/** The definitions of every custom resource below {@code deploy}, as the projects that own them have published them. */
final class PublishedDefinitions {
    /** Folders of modules, at the releases that charts/platform installs. */
    private static final Map<ModuleSources, String> PLACES = Map.of(
            new ModuleSources("istio.io/api", "v1.30.3"), "kubernetes",
            new ModuleSources("github.com/argoproj/argo-cd/v3", "v3.4.0"), "manifests/crds",
            new ModuleSources("github.com/aws/karpenter-provider-aws", "v1.14.1"),
                    "pkg/apis/crds/karpenter.k8s.aws_ec2nodeclasses.yaml",
            // The last that is published as a module; k8s.nginx.org/v1 has only grown since.
            new ModuleSources("github.com/nginxinc/kubernetes-ingress", "v1.12.5"), "deployments/common/crds");

    private PublishedDefinitions() {}

    /** Installs them on the sandbox's API server, which takes a minute where Go has to download them. */
    static void install() throws IOException, InterruptedException {
        try (KubernetesClient client = Sandbox.shared().kubernetes().adminClient()) {
            var definitions = new Definitions(client);
            for (Map.Entry<ModuleSources, String> place : PLACES.entrySet()) {
                define(definitions, place.getKey(), place.getValue());
            }
            define(definitions, Program.ROLLOUTS.sources("github.com/argoproj/argo-rollouts"), "manifests/crds");
            define(definitions, Program.KARPENTER.sources("sigs.k8s.io/karpenter"), "pkg/apis/crds");
        }
    }

    private static void define(Definitions definitions, ModuleSources module, String place)
            throws IOException, InterruptedException {
        definitions.apply(module.folder().resolve(place));
    }
}
