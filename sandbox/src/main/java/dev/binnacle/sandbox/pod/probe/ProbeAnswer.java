package dev.binnacle.sandbox.pod.probe;

/** What came of asking once. */
public sealed interface ProbeAnswer {

    record Passed() implements ProbeAnswer {}

    /** @param message as the kubelet words it */
    record Failed(String message) implements ProbeAnswer {}
}
