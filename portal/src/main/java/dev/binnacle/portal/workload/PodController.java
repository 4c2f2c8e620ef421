package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One pod. */
@Controller
class PodController {

    private final Environments environments;
    private final Clusters clusters;

    PodController(Environments environments, Clusters clusters) {
        this.environments = environments;
        this.clusters = clusters;
    }

    @GetMapping("/environments/{environment}/pods/{namespace}/{name}")
    String page(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String container,
            @RequestParam(defaultValue = "false") boolean previous,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Model model) {
        Environment found = environments.named(environment);
        ClusterModel cluster = clusters.model(found);
        Pod pod = find(cluster, namespace, name);
        model.addAttribute("environment", found);
        model.addAttribute("page", PodPage.of(pod, cluster));
        model.addAttribute("container", chosen(pod, container));
        model.addAttribute("previous", previous);
        return target.equals("pod") ? "workload/pod :: pod" : "workload/pod";
    }

    static Pod find(ClusterModel cluster, String namespace, String name) {
        return cluster.pod(namespace, name)
                .orElseThrow(() -> WorkloadLookup.missing(
                        cluster, "There is no pod " + name + " in namespace " + namespace + " any more."));
    }

    /** @return the container that was asked for where the pod has it, otherwise its first one that is no init container */
    static String chosen(Pod pod, String asked) {
        return pod.containers().stream()
                .map(Container::name)
                .filter(asked::equals)
                .findFirst()
                .or(() -> pod.containers().stream()
                        .filter(container -> !container.init())
                        .map(Container::name)
                        .findFirst())
                .orElse("");
    }
}
