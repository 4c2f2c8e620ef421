package dev.binnacle.sandbox.pod.log;

import java.util.Locale;

/** Which of a container's two outputs a line came from. */
public enum LogStream {
    STDOUT,
    STDERR;

    /** As the container runtime writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LogStream of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
