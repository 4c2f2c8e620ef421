package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.log.search.PipelineReading;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The sentence that the page of the pipeline begins with. */
final class PipelineVerdict {

    private static final Duration LATE = Duration.ofMinutes(2);
    private static final double MANY_FIELDS = 0.8;

    private PipelineVerdict() {}

    static Verdict of(Pipeline pipeline, Instant now) {
        String rate = rate(pipeline) + " lines a second were written over the last five minutes.";
        if (pipeline.indices().stream().anyMatch(index -> index.health().equals("red"))) {
            return new Verdict(
                    Status.CRITICAL, "A part of an index is missing, so lines are, too.", "Its health is red. " + rate);
        }
        Instant newest = pipeline.newest();
        if (newest == null) {
            return new Verdict(Status.WARNING, "No line of this environment came in the last 24 hours.", "");
        }
        Duration lag = Duration.between(newest, now);
        if (lag.compareTo(LATE) > 0) {
            return new Verdict(
                    Status.WARNING,
                    "The newest line is " + spelled(lag) + " old: nothing is written, or it does not arrive.",
                    rate);
        }
        Optional<Pipeline.Index> full = pipeline.fullest().filter(index -> index.fullness() > MANY_FIELDS);
        if (full.isPresent()) {
            return new Verdict(
                    Status.WARNING,
                    full.get().name() + " has " + fields(full.get()) + ".",
                    "Lines with more are refused. " + rate);
        }
        Optional<Pipeline.Index> stuck = pipeline.indices().stream()
                .filter(index -> !index.lifecycle().problem().isEmpty())
                .findFirst();
        if (stuck.isPresent()) {
            return new Verdict(
                    Status.WARNING,
                    "Lines arrive, but " + stuck.get().name() + " is neither rolled over nor deleted in time.",
                    "Its lifecycle is " + stuck.get().lifecycle().problem() + ".");
        }
        return pipeline.conflicts().isEmpty()
                ? new Verdict(Status.OK, "Lines arrive: the newest is " + spelled(lag) + " old.", rate)
                : new Verdict(
                        Status.WARNING,
                        "Lines arrive, but indices disagree on %,d fields."
                                .formatted(pipeline.conflicts().size()),
                        "A search by such a field finds lines of some indices only. " + rate);
    }

    /** As in "120 of at most 1,000 fields". */
    static String fields(Pipeline.Index index) {
        return "%,d of at most %,d fields".formatted(index.fields(), index.fieldLimit());
    }

    static String rate(Pipeline pipeline) {
        double rate = (double) pipeline.lately() / PipelineReading.LATELY.toSeconds();
        return String.format(Locale.UK, rate < 10 ? "%.1f" : "%,.0f", rate);
    }

    static String spelled(Duration lag) {
        if (lag.isNegative()) {
            return "0 s";
        }
        return lag.toMinutes() < 2
                ? lag.toSeconds() + " s"
                : lag.toHours() < 2 ? lag.toMinutes() + " min" : lag.toHours() + " h";
    }
}
