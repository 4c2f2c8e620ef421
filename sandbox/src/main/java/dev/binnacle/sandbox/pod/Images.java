package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bundled images, as a registry with what each node has pulled from it. */
final class Images {

    /** How the names of our images begin: kwok leaves all of their pods to us. */
    private static final String OURS = "binnacle/";

    private final List<BundledImage> bundled;
    private final Set<String> onNodes = ConcurrentHashMap.newKeySet();

    Images(List<BundledImage> bundled) {
        this.bundled = List.copyOf(bundled);
    }

    /** Whether a container of the pod is ours to run. */
    boolean runs(Pod pod) {
        return bundledContainer(pod).isPresent();
    }

    /** The pod's first container of a bundled image: the one that is run. */
    Optional<Container> bundledContainer(Pod pod) {
        return pod.getSpec().getContainers().stream()
                .filter(container ->
                        ImageName.parse(container.getImage()).repository().startsWith(OURS))
                .findFirst();
    }

    /** Asks for an image as a kubelet does: by the container's pull policy and what the node has. */
    ImagePull pull(String node, Container container) {
        ImageName name = ImageName.parse(container.getImage());
        Optional<BundledImage> known = find(name).filter(image -> image.tags().contains(name.tag()));
        String policy = Optional.ofNullable(container.getImagePullPolicy()).orElse("IfNotPresent");
        if (known.isEmpty()) {
            return policy.equals("Never") ? neverPulled(container) : notFound(name);
        }
        String imageId = imageId(name, known.get());
        boolean first = onNodes.add(node + " " + name.full());
        if (!policy.equals("Always") && (!first || policy.equals("Never"))) {
            return new ImagePull.Present(
                    known.get(),
                    imageId,
                    "Container image \"%s\" already present on machine and can be accessed by the pod"
                            .formatted(container.getImage()),
                    false);
        }
        return new ImagePull.Present(
                known.get(), imageId, "Successfully pulled image \"%s\"".formatted(container.getImage()), true);
    }

    private Optional<BundledImage> find(ImageName name) {
        return bundled.stream()
                .filter(image -> image.repository().equals(name.repository()))
                .findFirst();
    }

    private static ImagePull neverPulled(Container container) {
        return new ImagePull.NeverPulled(
                "Container image \"%s\" is not present with pull policy of Never".formatted(container.getImage()));
    }

    private static ImagePull notFound(ImageName name) {
        String full = name.full();
        return new ImagePull.NotFound(("rpc error: code = NotFound desc = failed to pull and unpack image \"%s\": "
                        + "failed to resolve reference \"%s\": %s: not found")
                .formatted(full, full, full));
    }

    private static String imageId(ImageName name, BundledImage image) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((name.full() + image.classPath()).getBytes(StandardCharsets.UTF_8));
            return "docker.io/" + name.repository() + "@sha256:"
                    + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
