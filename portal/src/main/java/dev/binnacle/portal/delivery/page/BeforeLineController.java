package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.Marks;
import dev.binnacle.portal.web.LogLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a workload before a moment, as a part of the page of a log line and of an alert. */
@Controller
class BeforeLineController {

    private static final Duration FAR = Duration.ofDays(7);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Environments environments;
    private final Clusters clusters;
    private final DeliveryMarks marks;

    BeforeLineController(Environments environments, Clusters clusters, DeliveryMarks marks) {
        this.environments = environments;
        this.clusters = clusters;
        this.marks = marks;
    }

    @GetMapping("/environments/{environment}/operations/before")
    String before(
            @PathVariable String environment,
            @RequestParam String namespace,
            @RequestParam String pod,
            @RequestParam Instant at,
            Model model) {
        Environment found = environments.named(environment);
        Optional<WorkloadKey> workload = workload(clusters.model(found), namespace, pod);
        model.addAttribute("environment", found.name());
        model.addAttribute("workload", workload.orElse(null));
        model.addAttribute("at", at);
        model.addAttribute("mark", workload.flatMap(key -> last(found, key, at)).orElse(null));
        return "delivery/before :: before";
    }

    /** What happened in the day before, the last first. */
    @GetMapping("/environments/{environment}/operations/before/{namespace}/{kind}/{name}")
    String before(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam Instant at,
            Model model) {
        model.addAttribute("at", at);
        model.addAttribute("lines", LogLinks.ofWorkload(environment, kind, namespace, name));
        model.addAttribute(
                "marks",
                marks
                        .between(
                                environments.named(environment),
                                kind + "/" + namespace + "/" + name,
                                at.minus(A_DAY),
                                at)
                        .stream()
                        .sorted(Comparator.comparing(Marks.Mark::at).reversed())
                        .toList());
        return "delivery/before :: list";
    }

    private Optional<Marks.Mark> last(Environment environment, WorkloadKey key, Instant at) {
        return marks.between(environment, key, at.minus(FAR), at).stream().max(Comparator.comparing(Marks.Mark::at));
    }

    /** @return the owner of the pod; of one that is gone the workload whose name its own begins with */
    private static Optional<WorkloadKey> workload(ClusterModel model, String namespace, String pod) {
        Optional<Pod> present = model.pod(namespace, pod);
        return present.isPresent()
                ? present.map(Pod::workload)
                : model.workloads().stream()
                        .map(Workload::key)
                        .filter(key -> key.namespace().equals(namespace) && pod.startsWith(key.name() + "-"))
                        .max(Comparator.comparingInt(key -> key.name().length()));
    }
}
