package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.archive.Restore;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was brought back, newest first.
 *
 * @param goesOn whether something is still being brought back
 */
record RestoresView(String environment, boolean goesOn, List<Row> rows) {

    /**
     * @param word its state
     * @param says how far it is, or what came of it
     * @param done of {@code whole}, for a bar
     * @param search the lines of its time on the log page
     * @param held whether its lines are there
     */
    record Row(
            UUID id,
            Instant from,
            Instant to,
            Status status,
            String word,
            String says,
            long done,
            long whole,
            String askedBy,
            Instant expiresAt,
            String search,
            boolean goesOn,
            boolean held) {}

    static RestoresView of(Environment environment, List<Restore> restores, Instant now) {
        return new RestoresView(
                environment.name(),
                restores.stream().anyMatch(Restore::goesOn),
                restores.stream().map(restore -> row(environment, restore, now)).toList());
    }

    private static Row row(Environment environment, Restore restore, Instant now) {
        Restore.Progress progress = restore.progress();
        boolean held = restore.removedAt() == null && restore.expiresAt().isAfter(now);
        return new Row(
                restore.id(),
                restore.from(),
                restore.to(),
                status(restore, held),
                word(restore, held),
                says(restore, progress),
                progress.bytesDone(),
                Math.max(1, progress.bytes()),
                restore.askedBy(),
                restore.expiresAt(),
                Asked.usually()
                        .during(restore.from().toString(), restore.to().toString())
                        .link(environment.name()),
                restore.goesOn(),
                held);
    }

    private static Status status(Restore restore, boolean held) {
        if (restore.goesOn()) {
            return Status.PROGRESS;
        }
        return !restore.trouble().isEmpty() ? Status.WARNING : held ? Status.OK : Status.UNKNOWN;
    }

    private static String word(Restore restore, boolean held) {
        if (restore.goesOn()) {
            return "coming back";
        }
        return !held ? "gone again" : restore.trouble().isEmpty() ? "back" : "ended early";
    }

    private static String says(Restore restore, Restore.Progress progress) {
        String lines = "%,d lines".formatted(progress.kept());
        String how = restore.goesOn()
                ? "%,d of %,d files, %s of %s; %s so far."
                        .formatted(
                                progress.filesDone(),
                                progress.files(),
                                Amounts.bytes(progress.bytesDone()),
                                Amounts.bytes(progress.bytes()),
                                lines)
                : "%s of %,d files.".formatted(lines, progress.filesDone());
        String waits =
                restore.goesOn() && !restore.waitsFor().isEmpty() ? restore.waitsFor() + " It is tried again." : "";
        return String.join(" ", how, restore.trouble(), waits, progress.notes())
                .replaceAll(" +", " ")
                .strip();
    }
}
