package dev.binnacle.portal.workload;

/** Reads what an image's reference says of its version. */
final class Images {

    private static final int DIGEST = 12;

    private Images() {}

    /** @return the tag, the beginning of the digest where there is no tag, or "latest" */
    static String version(String image) {
        int digest = image.indexOf('@');
        String tagged = digest < 0 ? image : image.substring(0, digest);
        int tag = tagged.lastIndexOf(':');
        if (tag > tagged.lastIndexOf('/')) {
            return tagged.substring(tag + 1);
        }
        if (digest < 0) {
            return "latest";
        }
        String hash = image.substring(digest + 1).replaceFirst("^[^:]*:", "");
        return hash.substring(0, Math.min(DIGEST, hash.length()));
    }
}
