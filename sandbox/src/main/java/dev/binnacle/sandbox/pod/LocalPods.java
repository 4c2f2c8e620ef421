package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.kubelet.ContainerUsage;
import dev.binnacle.sandbox.pod.kubelet.ServedLog;
import dev.binnacle.sandbox.pod.kubelet.ServedPods;
import dev.binnacle.sandbox.pod.log.PodLogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the runner's pods have to show to the kubelet's server. */
record LocalPods(PodRunner runner, PodLogs logs) implements ServedPods {

    @Override
    public boolean has(String namespace, String pod) {
        return runner.worker(namespace, pod).isPresent();
    }

    @Override
    public Optional<ServedLog> log(String namespace, String pod, String container, boolean previous) {
        return runner.worker(namespace, pod)
                .filter(worker -> worker.containerName().equals(container))
                .flatMap(worker -> log(worker, worker.restartCount() - (previous ? 1 : 0)));
    }

    private Optional<ServedLog> log(PodWorker worker, int restart) {
        PodIdentity identity = worker.identity();
        Path file = logs.file(identity.namespace(), identity.name(), identity.uid(), worker.containerName(), restart);
        return Files.exists(file) ? Optional.of(new ServedLog(file, () -> ended(worker, file))) : Optional.empty();
    }

    private static boolean ended(PodWorker worker, Path file) {
        return worker.lastRun()
                .map(run -> !run.log().file().equals(file) || run.log().ended())
                .orElse(true);
    }

    @Override
    public List<ContainerUsage> usage(String node) {
        return runner.workers().stream()
                .filter(worker -> worker.identity().node().equals(node))
                .flatMap(LocalPods::usage)
                .toList();
    }

    private static Stream<ContainerUsage> usage(PodWorker worker) {
        PodIdentity identity = worker.identity();
        return worker.run().stream()
                .flatMap(run -> ProcessUsage.of(run.processId()).stream()
                        .map(usage -> new ContainerUsage(
                                identity.namespace(),
                                identity.name(),
                                worker.containerName(),
                                run.startedAt(),
                                usage.cpu(),
                                usage.memoryBytes())));
    }
}
