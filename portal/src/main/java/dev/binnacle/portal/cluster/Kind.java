package dev.binnacle.portal.cluster;

/**
 * A kind of object that is watched.
 *
 * @param words its name on pages, in the plural: "pods"
 * @param base the path of its group and version: "/api/v1"
 * @param plural the last part of its path
 * @param store where its records go
 */
record Kind<T>(String words, String base, String plural, boolean namespaced, Projection<T> projection, Store<T> store) {

    /** @param namespace empty for the whole cluster */
    String path(String namespace) {
        return namespace.isEmpty() ? base + "/" + plural : base + "/namespaces/" + namespace + "/" + plural;
    }
}
