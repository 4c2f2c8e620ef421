package dev.binnacle.portal.log;

import dev.binnacle.portal.log.archive.Restore;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;

/** What is said of a restore. */
final class RestoreReport {

    private RestoreReport() {}

    /** @param held whether its lines are there */
    static Status status(Restore restore, boolean held) {
        if (restore.goesOn()) {
            return Status.PROGRESS;
        }
        return !restore.trouble().isEmpty() || (held && isPartly(restore))
                ? Status.WARNING
                : held ? Status.OK : Status.UNKNOWN;
    }

    static String word(Restore restore, boolean held) {
        if (restore.goesOn()) {
            return "coming back";
        }
        if (!held) {
            return "gone again";
        }
        return !restore.trouble().isEmpty() ? "ended early" : isPartly(restore) ? "back in part" : "back";
    }

    /** @return how far it is, or what came of it, and what is missing of what is there */
    static String says(Restore restore, boolean held) {
        Restore.Progress progress = restore.progress();
        String waits =
                restore.goesOn() && !restore.waitsFor().isEmpty() ? restore.waitsFor() + " It is tried again." : "";
        return String.join(
                        " ",
                        amount(restore, progress),
                        restore.trouble(),
                        waits,
                        held ? refused(progress.gaps()) : "",
                        held ? untimed(progress.gaps()) : "",
                        progress.notes())
                .replaceAll(" +", " ")
                .strip();
    }

    private static String amount(Restore restore, Restore.Progress progress) {
        String lines = "%,d lines".formatted(progress.kept());
        return restore.goesOn()
                ? "%,d of %,d files, %s of %s; %s so far."
                        .formatted(
                                progress.filesDone(),
                                progress.files(),
                                Amounts.bytes(progress.bytesDone()),
                                Amounts.bytes(progress.bytes()),
                                lines)
                : "%s of %,d files.".formatted(lines, progress.filesDone());
    }

    private static String refused(Restore.Gaps gaps) {
        if (gaps.refused() == 0) {
            return "";
        }
        String lines = Amounts.count(gaps.refused(), "line")
                + (gaps.refused() == 1
                        ? " was refused by Elasticsearch and is"
                        : " were refused by Elasticsearch and are")
                + " not back";
        return gaps.refusal().isBlank() ? lines + "." : lines + ", the first because: " + gaps.refusal() + ".";
    }

    private static String untimed(Restore.Gaps gaps) {
        if (gaps.untimed() == 0) {
            return "";
        }
        return gaps.untimed() == 1
                ? "1 line says no time and has that at which its file was rotated."
                : Amounts.count(gaps.untimed(), "line") + " say no time and have that at which their file was rotated.";
    }

    private static boolean isPartly(Restore restore) {
        return restore.progress().gaps().refused() > 0;
    }
}
