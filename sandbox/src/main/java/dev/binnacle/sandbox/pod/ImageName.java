package dev.binnacle.sandbox.pod;

/**
 * An image as a container names it, taken apart.
 *
 * @param repository without the registry {@code docker.io}, which is the default
 */
record ImageName(String repository, String tag) {

    static ImageName parse(String image) {
        String name = image.startsWith("docker.io/") ? image.substring("docker.io/".length()) : image;
        int digest = name.indexOf('@');
        if (digest >= 0) {
            return new ImageName(name.substring(0, digest), name.substring(digest + 1));
        }
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/')
                ? new ImageName(name.substring(0, colon), name.substring(colon + 1))
                : new ImageName(name, "latest");
    }

    /** The name in full, as the container runtime prints it. */
    String full() {
        return "docker.io/" + repository + (tag.startsWith("sha256:") ? "@" : ":") + tag;
    }
}
