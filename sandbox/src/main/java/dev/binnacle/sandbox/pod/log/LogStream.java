package dev.binnacle.sandbox.pod.log;

import java.util.Locale;

/** Which of a container's two outputs a line came from. */
public enum LogStream {
    STDOUT,
    STDERR;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LogStream of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
