package dev.binnacle.sandbox.pod.probe;

/** What a probe decides. */
public enum ProbeKind {
    STARTUP("Startup"),
    LIVENESS("Liveness"),
    READINESS("Readiness");

    private final String label;

    ProbeKind(String label) {
        this.label = label;
    }

    /** As the kubelet's events begin. */
    public String label() {
        return label;
    }
}
