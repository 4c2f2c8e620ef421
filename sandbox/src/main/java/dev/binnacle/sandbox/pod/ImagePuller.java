package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Gets a container's image, trying again with growing pauses, and says on the way what a kubelet says. */
final class ImagePuller {

    private final Kubelet kubelet;
    private final PodIdentity identity;
    private final Container container;
    private final Signals signals;
    private final BackOff pauses = new BackOff();

    ImagePuller(Kubelet kubelet, PodIdentity identity, Container container, Signals signals) {
        this.kubelet = kubelet;
        this.identity = identity;
        this.container = container;
        this.signals = signals;
    }

    /**
     * Returns once the image is there, or with nothing when the pod is to end before.
     *
     * @param waiting told the reason and the message of each wait
     */
    Optional<ImagePull.Present> pull(BiConsumer<String, String> waiting) throws InterruptedException {
        while (!signals.ending()) {
            switch (kubelet.images().pull(identity.node(), container)) {
                case ImagePull.Present present -> {
                    if (present.pulled()) {
                        normal("Pulling", "Pulling image \"%s\"".formatted(container.getImage()));
                    }
                    normal("Pulled", present.message());
                    return Optional.of(present);
                }
                case ImagePull.NotFound(String message) -> notFound(message, waiting);
                case ImagePull.NeverPulled(String message) -> {
                    warning("ErrImageNeverPull", message);
                    warning("Failed", "Error: ErrImageNeverPull");
                    waiting.accept("ErrImageNeverPull", message);
                    signals.endWithin(BackOff.FIRST);
                }
            }
        }
        return Optional.empty();
    }

    private void notFound(String message, BiConsumer<String, String> waiting) throws InterruptedException {
        String image = container.getImage();
        normal("Pulling", "Pulling image \"%s\"".formatted(image));
        warning("Failed", "Failed to pull image \"%s\": %s".formatted(image, message));
        warning("Failed", "Error: ErrImagePull");
        waiting.accept("ErrImagePull", message);
        pauses.retried(kubelet.clock().instant());
        Duration pause = pauses.after(kubelet.clock().instant());
        if (signals.endWithin(Duration.ofSeconds(2))) {
            return;
        }
        normal("BackOff", "Back-off pulling image \"%s\"".formatted(image));
        warning("Failed", "Error: ImagePullBackOff");
        waiting.accept("ImagePullBackOff", "Back-off pulling image \"%s\": ErrImagePull: %s".formatted(image, message));
        signals.endWithin(pause.minusSeconds(2));
    }

    private void normal(String reason, String message) {
        kubelet.events().normal(identity, container.getName(), reason, message);
    }

    private void warning(String reason, String message) {
        kubelet.events().warning(identity, container.getName(), reason, message);
    }
}
