package dev.binnacle.archive;

/** Where lines come from: the namespace, empty outside a cluster, and the pod or host, the same after a restart. */
record Origin(String namespace, String host) {}
