package dev.binnacle.sandbox.data.shipper;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of pods by their uid, of those too that were deleted lately. */
final class PodDirectory implements AutoCloseable {
    private static final int MOST_PODS = 20_000;

    private final Map<String, PodDescription> pods = new LinkedHashMap<>();
    private final SharedIndexInformer<Pod> informer;

    /** Returns when all pods that exist are known. */
    PodDirectory(KubernetesClient client) {
        informer = client.pods().inAnyNamespace().inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(Pod pod) {
                put(pod);
            }

            @Override
            public void onUpdate(Pod before, Pod pod) {
                put(pod);
            }

            @Override
            public void onDelete(Pod pod, boolean unknown) {
                // Its last lines are still to come.
            }
        });
    }

    synchronized Optional<PodDescription> find(String uid) {
        return Optional.ofNullable(pods.get(uid));
    }

    private synchronized void put(Pod pod) {
        pods.put(pod.getMetadata().getUid(), PodDescription.of(pod));
        if (pods.size() > MOST_PODS) {
            pods.remove(pods.keySet().iterator().next());
        }
    }

    @Override
    public void close() {
        informer.close();
    }
}
