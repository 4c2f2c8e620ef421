package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.StringUtils;

/**
 * A workload in the list.
 *
 * @param changedAt when its current revision was made; for one that never changed, when it was created
 * @param nodes how many nodes hold its pods
 */
record WorkloadRow(Workload workload, WorkloadVerdict verdict, Instant changedAt, int restarts, int nodes) {

    static WorkloadRow of(Workload workload, ClusterModel model) {
        Collection<Pod> pods = model.podsOf(workload.key());
        Optional<Revision> current = model.revisions(workload.key()).stream()
                .filter(revision -> revision.number() == workload.revision())
                .findFirst();
        return new WorkloadRow(
                workload,
                WorkloadVerdict.of(workload, pods),
                current.map(Revision::createdAt).orElse(workload.createdAt()),
                restarts(pods),
                (int) pods.stream()
                        .map(Pod::node)
                        .filter(node -> !node.isEmpty())
                        .distinct()
                        .count());
    }

    static int restarts(Collection<Pod> pods) {
        return pods.stream()
                .flatMap(pod -> pod.containers().stream())
                .mapToInt(Container::restarts)
                .sum();
    }

    public WorkloadKey key() {
        return workload.key();
    }

    public WorkloadState state() {
        return verdict.state();
    }

    /** @return what the state column says below the state; nothing for what is healthy */
    public String why() {
        String why =
                verdict.because().isEmpty() && state() != WorkloadState.HEALTHY ? verdict.says() : verdict.because();
        return StringUtils.capitalize(why.length() <= 180 ? why : why.substring(0, 180) + " …");
    }

    public String version() {
        return workload.containers().isEmpty()
                ? ""
                : Images.version(workload.containers().getFirst().image());
    }

    boolean mentions(String text) {
        return key().name().toLowerCase(Locale.ROOT).contains(text)
                || workload.containers().stream()
                        .anyMatch(container ->
                                container.image().toLowerCase(Locale.ROOT).contains(text))
                || workload.labels().entrySet().stream()
                        .anyMatch(label -> (label.getKey() + "=" + label.getValue())
                                .toLowerCase(Locale.ROOT)
                                .contains(text));
    }

    /** @return one entry for each pod wanted, true where it is ready; empty where there are too many to draw */
    public java.util.List<Boolean> pips() {
        int wanted = workload.desired();
        return wanted > 12
                ? java.util.List.of()
                : java.util.stream.IntStream.range(0, wanted)
                        .mapToObj(at -> at < workload.ready())
                        .toList();
    }
}
