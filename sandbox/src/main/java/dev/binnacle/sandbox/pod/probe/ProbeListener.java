package dev.binnacle.sandbox.pod.probe;

/** Hears what a container's probes find. */
public interface ProbeListener {

    /** A single attempt has failed. */
    void failedOnce(ProbeKind kind, String message);

    /** As many attempts as the threshold asks for, in a row, have passed or failed since the last time. */
    void decided(ProbeKind kind, boolean passed);
}
