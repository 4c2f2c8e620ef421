package dev.binnacle.portal.cluster;

/** Which object of a kind; the namespace is empty for what belongs to the whole cluster. */
record ObjectKey(String namespace, String name) {}
