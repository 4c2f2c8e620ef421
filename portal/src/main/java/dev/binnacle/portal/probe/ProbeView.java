package dev.binnacle.portal.probe;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The probes of a day, as their part of the pipeline's page shows them.
 *
 * @param obstacle why none can be sent; null where one can
 * @param goesOn whether the newest has not ended
 * @param marks of the newest, one for each stage
 * @param bars one for each probe that ended, oldest first
 * @param rows the newest ones, newest first
 */
record ProbeView(
        String environment,
        Verdict verdict,
        @Nullable String obstacle,
        boolean goesOn,
        List<Mark> marks,
        List<ProbeBar> bars,
        List<ProbeRow> rows,
        String says) {

    static final Duration SHOWN = Duration.ofDays(1);
    private static final int ROWS = 10;

    /** A stage of the newest probe; without a status where it is not reached. */
    record Mark(String word, String after, @Nullable Status status) {}

    /** @param probes newest first */
    static ProbeView of(
            Environment environment, List<Probe> probes, @Nullable String obstacle, Duration interval, Instant now) {
        List<Probe> ended = probes.stream()
                .filter(probe -> !probe.goesOn() || isLeft(probe, now))
                .toList();
        boolean goesOn = ended.size() < probes.size();
        return new ProbeView(
                environment.name(),
                verdict(ended, obstacle),
                obstacle,
                goesOn,
                probes.isEmpty() ? List.of() : marks(probes.getFirst(), goesOn),
                ProbeBar.of(ended.reversed(), now),
                ended.stream().limit(ROWS).map(ProbeRow::of).toList(),
                says(ended, interval));
    }

    private static Verdict verdict(List<Probe> ended, @Nullable String obstacle) {
        if (ended.isEmpty()) {
            return obstacle == null
                    ? new Verdict(Status.UNKNOWN, "No probe ended in the last 24 hours.")
                    : new Verdict(Status.UNKNOWN, "No probe can be sent.", obstacle);
        }
        Probe last = ended.getFirst();
        return last.succeeded()
                ? new Verdict(
                        Status.OK,
                        "A line can be searched " + after(last, Stage.VISIBLE) + " after its request.",
                        last.trouble())
                : new Verdict(Status.CRITICAL, "The last probe's line did not arrive.", trouble(last));
    }

    private static List<Mark> marks(Probe probe, boolean goesOn) {
        return Arrays.stream(Stage.values())
                .map(stage -> new Mark(stage.word(), after(probe, stage), status(probe, stage, goesOn)))
                .toList();
    }

    /** A line that arrived came through all stages, also through one in which it was not seen. */
    private static @Nullable Status status(Probe probe, Stage stage, boolean goesOn) {
        if (probe.reached().containsKey(stage)) {
            return Status.OK;
        }
        if (goesOn) {
            return null;
        }
        return probe.succeeded() ? Status.UNKNOWN : Status.CRITICAL;
    }

    private static String says(List<Probe> ended, Duration interval) {
        long lost = ended.stream().filter(probe -> !probe.succeeded()).count();
        String day = ended.isEmpty()
                ? ""
                : "%,d in the last 24 hours, %s lost. "
                        .formatted(ended.size(), lost == 0 ? "none" : "%,d".formatted(lost));
        return interval.isZero()
                ? day + "One is sent when somebody asks."
                : day + "One is sent every "
                        + (interval.toSeconds() % 60 == 0
                                ? interval.toMinutes() + " min."
                                : interval.toSeconds() + " s.");
    }

    private static boolean isLeft(Probe probe, Instant now) {
        return probe.startedAt().plus(Probe.GIVEN_UP).isBefore(now);
    }

    static String trouble(Probe probe) {
        return probe.goesOn() ? Probe.LEFT : probe.trouble();
    }

    static String after(Probe probe, Stage stage) {
        Duration after = probe.reached().get(stage);
        return after == null ? "" : String.format(Locale.ROOT, "%.1f s", after.toMillis() / 1000.0);
    }
}
