package dev.binnacle.deploy;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.kubernetes.Definitions;
import dev.binnacle.sandbox.program.ModuleSources;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.List;

/** The definitions of the custom resources that are ours to write, as the projects that own them have published them. */
final class PublishedDefinitions {
    private static final String MONITORING = "example/prometheus-operator-crd/monitoring.coreos.com_";
    /** Files or folders of modules, at the releases that charts/platform installs, or the last that is a module. */
    private static final List<Place> PLACES = List.of(
            new Place("istio.io/api", "v1.30.3", "kubernetes"),
            new Place("github.com/argoproj/argo-cd/v3", "v3.4.4", "manifests/crds"),
            new Place("github.com/elastic/cloud-on-k8s/v3", "v3.5.0", "config/crds/v1/all-crds.yaml"),
            new Place(
                    "github.com/cert-manager/cert-manager", "v1.20.0", "deploy/crds/cert-manager.io_certificates.yaml"),
            new Place(
                    "github.com/prometheus-operator/prometheus-operator",
                    "v0.85.0",
                    MONITORING + "servicemonitors.yaml"),
            new Place(
                    "github.com/aws/karpenter-provider-aws",
                    "v1.14.1",
                    "pkg/apis/crds/karpenter.k8s.aws_ec2nodeclasses.yaml"),
            // k8s.nginx.org/v1 has only grown since.
            new Place("github.com/nginxinc/kubernetes-ingress", "v1.12.5", "deployments/common/crds"));

    private static boolean installed;

    private PublishedDefinitions() {}

    /** Installs them on the sandbox's API server, once; takes a minute where Go has to download them. */
    static synchronized void install() throws IOException, InterruptedException {
        if (installed) {
            return;
        }
        try (KubernetesClient client = Sandbox.shared().kubernetes().adminClient()) {
            var definitions = new Definitions(client);
            for (Place place : PLACES) {
                define(definitions, new ModuleSources(place.module(), place.version()), place.path());
            }
            define(definitions, Program.ROLLOUTS.sources("github.com/argoproj/argo-rollouts"), "manifests/crds");
            define(definitions, Program.KARPENTER.sources("sigs.k8s.io/karpenter"), "pkg/apis/crds");
        }
        installed = true;
    }

    private static void define(Definitions definitions, ModuleSources module, String place)
            throws IOException, InterruptedException {
        definitions.apply(module.folder().resolve(place));
    }

    private record Place(String module, String version, String path) {}
}
