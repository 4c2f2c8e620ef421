package dev.binnacle.echo;

/** Which echo service answers: the version that was deployed and the pod, empty where it runs outside a cluster. */
record Identity(String version, String pod) {}
