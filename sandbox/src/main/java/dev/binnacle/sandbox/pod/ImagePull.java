package dev.binnacle.sandbox.pod;

/** What came of asking for a container's image. */
sealed interface ImagePull {

    /**
     * The image is there.
     *
     * @param message what the kubelet's event {@code Pulled} says
     * @param pulled whether it had to be fetched for this node
     */
    record Present(BundledImage image, String imageId, String message, boolean pulled) implements ImagePull {}

    /** The registry does not have it: {@code ErrImagePull}, tried again later. */
    record NotFound(String message) implements ImagePull {}

    /** It may not be pulled: {@code ErrImageNeverPull}. */
    record NeverPulled(String message) implements ImagePull {}
}
