package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one pod's status by server-side apply, always the newest one, and goes on trying while the API server does not
 * answer. The pod's uid goes with each write, so that a pod which has replaced this one is left alone.
 */
final class StatusWriter {

    static final String FIELD_MANAGER = "binnacle-kubelet";

    private static final Logger LOG = System.getLogger(StatusWriter.class.getName());
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(FIELD_MANAGER)
            .withForce(true)
            .build();
    private static final long RETRY_MILLIS = 500;

    private final KubernetesClient client;
    private final PodIdentity identity;
    private @Nullable PodStatus next;
    private boolean deletion;
    private boolean done;

    StatusWriter(KubernetesClient client, PodIdentity identity) {
        this.client = client;
        this.identity = identity;
        Thread.ofVirtual().name("status-" + identity.name()).start(this::run);
    }

    synchronized void write(PodStatus status) {
        next = status;
        notifyAll();
    }

    /** Takes the pod out of the API server once its last status is written. */
    synchronized void delete() {
        deletion = true;
        notifyAll();
    }

    synchronized void close() {
        done = true;
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                PodStatus status = await();
                if (status != null) {
                    retry(() -> apply(status));
                } else {
                    if (deletionAsked()) {
                        retry(this::remove);
                    }
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable PodStatus await() throws InterruptedException {
        while (next == null && !deletion && !done) {
            wait();
        }
        PodStatus status = done ? null : next;
        next = null;
        return status;
    }

    private synchronized boolean deletionAsked() {
        return deletion && !done;
    }

    private void retry(Runnable write) throws InterruptedException {
        while (true) {
            try {
                write.run();
                return;
            } catch (KubernetesClientException failure) {
                if (hopeless(failure)) {
                    LOG.log(Level.DEBUG, "Status of {0} not written: {1}", identity.display(), failure.getMessage());
                    return;
                }
            }
            synchronized (this) {
                wait(RETRY_MILLIS);
                if (done) {
                    return;
                }
            }
        }
    }

    /** While it starts, the API server answers 401 or 403 to what it allows later. */
    private static boolean hopeless(KubernetesClientException failure) {
        int code = failure.getCode();
        return code >= 400
                && code < 500
                && code != 429
                && code != HttpURLConnection.HTTP_UNAUTHORIZED
                && code != HttpURLConnection.HTTP_FORBIDDEN;
    }

    private void apply(PodStatus status) {
        Pod patch = new PodBuilder()
                .withNewMetadata()
                .withNamespace(identity.namespace())
                .withName(identity.name())
                .withUid(identity.uid())
                .endMetadata()
                .withStatus(status)
                .build();
        client.pods()
                .inNamespace(identity.namespace())
                .withName(identity.name())
                .subresource("status")
                .patch(APPLY, patch);
    }

    private void remove() {
        client.raw(
                "/api/v1/namespaces/" + identity.namespace() + "/pods/" + identity.name(),
                "DELETE",
                Map.of(
                        "kind",
                        "DeleteOptions",
                        "apiVersion",
                        "v1",
                        "gracePeriodSeconds",
                        0,
                        "preconditions",
                        Map.of("uid", identity.uid())));
    }
}
