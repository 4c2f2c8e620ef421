package dev.binnacle.portal.workload;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;

/**
 * A line of one container among those of others.
 *
 * @param at when it was written; the beginning of time where the kubelet does not say
 * @param text with its time before it
 */
record LoggedLine(String pod, String container, Instant at, String text) {

    static final Comparator<LoggedLine> BY_TIME = Comparator.comparing(LoggedLine::at);

    /** @param text begins with a time and a space */
    static LoggedLine of(String pod, String container, String text) {
        int space = text.indexOf(' ');
        try {
            return new LoggedLine(pod, container, Instant.parse(text.substring(0, Math.max(0, space))), text);
        } catch (DateTimeException noTime) {
            return new LoggedLine(pod, container, Instant.EPOCH, text);
        }
    }

    /** @return as a server-sent event */
    String event() {
        return "data: " + pod + "/" + container + " " + text + "\n\n";
    }
}
