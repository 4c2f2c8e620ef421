package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.probe.HttpCheck;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a run in the order that Kubernetes has: the hook before the stop, SIGTERM, and SIGKILL when the grace is over.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination">Pod termination</a>
 */
final class Termination {

    /** What the signal is given at least, when the hook has used up the grace. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final ContainerRun run;

    Termination(ContainerRun run) {
        this.run = run;
    }

    /** Returns once the process is gone: after the grace and two seconds at most. */
    void within(Duration grace) throws InterruptedException {
        long begun = System.nanoTime();
        if (!grace.isZero()) {
            hook(grace);
        }
        Duration rest = grace.minus(Duration.ofNanos(System.nanoTime() - begun));
        if (!grace.isZero()) {
            run.terminate();
            rest = rest.compareTo(LEAST) < 0 ? LEAST : rest;
        }
        if (grace.isZero() || !run.endsWithin(rest)) {
            run.kill();
            run.endsWithin(LEAST);
        }
    }

    private void hook(Duration grace) throws InterruptedException {
        Optional<LifecycleHandler> hook = Optional.ofNullable(run.container())
                .map(Container::getLifecycle)
                .map(lifecycle -> lifecycle.getPreStop());
        if (hook.isEmpty()) {
            return;
        }
        if (hook.get().getSleep() != null) {
            Duration sleep = Duration.ofSeconds(
                    Optional.ofNullable(hook.get().getSleep().getSeconds()).orElse(0L));
            run.endsWithin(sleep.compareTo(grace) < 0 ? sleep : grace);
        }
        HTTPGetAction get = hook.get().getHttpGet();
        if (get != null) {
            String path = Optional.ofNullable(get.getPath()).orElse("/");
            run.ports()
                    .declared(get.getPort())
                    .flatMap(run.ports()::address)
                    .ifPresent(target -> new HttpCheck("", target, path, Map.of()).ask(grace));
        }
    }
}
