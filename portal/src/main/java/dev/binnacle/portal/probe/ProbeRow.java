package dev.binnacle.portal.probe;

import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One probe in the list of the last ones.
 *
 * @param by who asked for it
 * @param after how long each stage took; empty for one that was not reached
 */
record ProbeRow(Instant startedAt, String by, String pod, Status status, String says, List<String> after) {

    static ProbeRow of(Probe probe) {
        return new ProbeRow(
                probe.startedAt(),
                probe.askedBy().isEmpty() ? "Binnacle" : probe.askedBy(),
                probe.pod(),
                probe.succeeded() ? Status.OK : Status.CRITICAL,
                probe.succeeded() ? "arrived" : ProbeView.trouble(probe),
                Arrays.stream(Stage.values())
                        .map(stage -> ProbeView.after(probe, stage))
                        .toList());
    }
}
