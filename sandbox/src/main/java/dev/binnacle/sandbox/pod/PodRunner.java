package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.kubernetes.SparsePods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Watches the pods and gives each one that is bound to a node and has a bundled image a worker. */
final class PodRunner implements ResourceEventHandler<Pod>, AutoCloseable {

    private static final Set<String> OVER = Set.of("Succeeded", "Failed");
    private static final Duration LOGS_KEPT = Duration.ofMinutes(1);
    private static final long PAGE = 500;

    private final Kubelet kubelet;
    private final Map<String, PodWorker> workers = new ConcurrentHashMap<>();
    private final SharedIndexInformer<Pod> informer;
    private final Thread memoryLimits;

    /** Returns once all pods that exist are known. */
    PodRunner(Kubelet kubelet) {
        this.kubelet = kubelet;
        this.informer = kubelet.client()
                .pods()
                .inAnyNamespace()
                .withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(new SparsePods(pod ->
                        kubelet.images().runs(pod) ? pod : SparsePods.named(pod).build()))
                .addEventHandler(this);
        informer.run();
        this.memoryLimits = Thread.ofVirtual().name("memory-limits").start(new MemoryLimits(this::workers));
    }

    Collection<PodWorker> workers() {
        return List.copyOf(workers.values());
    }

    Optional<PodWorker> worker(String namespace, String name) {
        return workers.values().stream()
                .filter(worker -> worker.identity().namespace().equals(namespace)
                        && worker.identity().name().equals(name))
                .findFirst();
    }

    @Override
    public void onAdd(Pod pod) {
        see(pod);
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {
        if (!before.getMetadata().getUid().equals(pod.getMetadata().getUid())) {
            gone(before);
        }
        see(pod);
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
        gone(pod);
    }

    private void see(Pod pod) {
        if (pod.getSpec() == null || pod.getSpec().getNodeName() == null) {
            return;
        }
        Optional<Container> container = kubelet.images().bundledContainer(pod);
        if (container.isEmpty()) {
            return;
        }
        String uid = pod.getMetadata().getUid();
        PodWorker worker = workers.get(uid);
        boolean deleted = pod.getMetadata().getDeletionTimestamp() != null;
        if (worker == null && deleted) {
            new StatusWriter(kubelet.client(), PodIdentity.of(pod)).delete();
        } else if (worker == null && !over(pod)) {
            PodWorker begun = new PodWorker(kubelet, pod, container.get(), this::ended);
            workers.put(uid, begun);
            begun.start();
        } else if (worker != null && deleted) {
            long seconds = Optional.ofNullable(pod.getMetadata().getDeletionGracePeriodSeconds())
                    .orElse(30L);
            worker.deleted(Duration.ofSeconds(seconds));
        }
    }

    private static boolean over(Pod pod) {
        return pod.getStatus() != null && OVER.contains(pod.getStatus().getPhase());
    }

    private void gone(Pod pod) {
        PodWorker worker = workers.get(pod.getMetadata().getUid());
        if (worker != null) {
            worker.vanished();
        }
    }

    /** Its logs stay a little longer, for whoever ships them. */
    private void ended(PodWorker worker) {
        PodIdentity identity = worker.identity();
        workers.remove(identity.uid());
        Thread.ofVirtual().name("logs-" + identity.name()).start(() -> {
            try {
                Thread.sleep(LOGS_KEPT);
                kubelet.logs().forget(identity.namespace(), identity.name(), identity.uid());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        informer.close();
        memoryLimits.interrupt();
        workers().forEach(PodWorker::abandon);
    }
}
