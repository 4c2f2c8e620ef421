package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.PartControl;

/** A part that a test may take away and bring back. */
abstract sealed class StoppablePart permits Alertmanager, Elasticsearch, Kubernetes, Postgresql, Prometheus {
    private final PartControl control;
    private final String name;

    StoppablePart(PartControl control, String name) {
        this.control = control;
        this.name = name;
    }

    /** Stops it until {@link #start()}. Whoever calls this brings it back: others use the same sandbox. */
    public final void stop() {
        control.stop(name);
    }

    /** Starts it under the same address and returns when it is ready. */
    public final void start() {
        control.start(name);
    }

    final String address(String key) {
        return control.addresses().get(key);
    }

    final void restart(String process) {
        control.restart(name, process);
    }
}
