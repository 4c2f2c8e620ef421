package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Container.Running;
import dev.binnacle.portal.cluster.Container.Terminated;
import dev.binnacle.portal.cluster.Container.Waiting;
import dev.binnacle.portal.cluster.Event;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of a pod shows. */
record PodPage(Pod pod, PodRow row, Verdict verdict, List<ContainerRow> containers, List<Event> events, String zone) {

    private static final int EVENTS = 30;

    static PodPage of(Pod pod, ClusterModel model) {
        PodRow row = PodRow.of(pod);
        List<Event> events = model.events("Pod", pod.namespace(), pod.name());
        return new PodPage(
                pod,
                row,
                Knowledge.limit(verdict(pod, row), model.freshness(), "pods"),
                pod.containers().stream().map(ContainerRow::of).toList(),
                events.subList(0, Math.min(EVENTS, events.size())),
                model.nodes().stream()
                        .filter(node -> node.name().equals(pod.node()))
                        .map(node -> node.zone())
                        .findFirst()
                        .orElse(""));
    }

    private static Verdict verdict(Pod pod, PodRow row) {
        String restarts = row.restarts() == 0
                ? ""
                : " Its containers restarted " + row.restarts() + (row.restarts() == 1 ? " time." : " times.");
        String because = row.why().isEmpty() ? restarts.strip() : row.why() + "." + restarts;
        return new Verdict(
                row.status(), pod.name() + " is " + row.word().toLowerCase(java.util.Locale.ROOT) + ".", because);
    }

    /** @param last how its previous run ended, in words; empty where there was none */
    record ContainerRow(
            Container container,
            Status status,
            String word,
            String detail,
            String last,
            @Nullable Instant since) {

        static ContainerRow of(Container container) {
            Terminated before = container.lastTermination();
            String last = before == null ? "" : ExitCodes.words(before);
            return switch (container.state()) {
                case Running running ->
                    new ContainerRow(
                            container,
                            container.ready() ? Status.OK : Status.WARNING,
                            container.ready() ? "Ready" : "Running, not ready",
                            "",
                            last,
                            running.since());
                case Waiting waiting ->
                    new ContainerRow(
                            container,
                            waiting.reason().endsWith("BackOff")
                                            || waiting.reason().contains("Err")
                                    ? Status.CRITICAL
                                    : Status.PROGRESS,
                            waiting.reason().isEmpty() ? "Waiting" : waiting.reason(),
                            waiting.message(),
                            last,
                            null);
                case Terminated ended ->
                    new ContainerRow(
                            container,
                            ended.exitCode() == 0 ? Status.OK : Status.CRITICAL,
                            ended.exitCode() == 0 ? "Completed" : "Ended",
                            ExitCodes.words(ended),
                            last,
                            ended.finishedAt());
            };
        }
    }
}
