package dev.binnacle.portal.cluster;

/**
 * A kind of object that is watched.
 *
 * @param base the path of its group and version: "/api/v1"
 * @param plural the last part of its path, by which pages name it: "pods"
 * @param store where its records go
 */
record Kind<T>(String base, String plural, boolean namespaced, Projection<T> projection, Store<T> store) {

    /** @param namespace empty for the whole cluster */
    String path(String namespace) {
        return namespace.isEmpty() ? base + "/" + plural : base + "/namespaces/" + namespace + "/" + plural;
    }
}
