package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.archive.ArchivedFile;
import dev.binnacle.portal.log.archive.Archives;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files of a time in the archive, as the page shows them.
 *
 * @param nothing why no file is shown; null where some are
 * @param request what the button asks for; null where it can ask for nothing
 */
record ArchiveView(
        String environment,
        Asked asked,
        Verdict verdict,
        @Nullable Nothing nothing,
        List<File> files,
        @Nullable Request request) {

    static final Nothing NONE = Nothing.unfit(
            "This environment has no archive.",
            "An administrator can name the bucket that log-archiver writes to on the environment's page.");

    private static final int SHOWN = 100;

    record File(Instant rotatedAt, String series, String size) {}

    /** @param button "Bring 12 files back, 3.4 GiB" */
    record Request(UUID id, Instant from, Instant to, String button) {}

    static ArchiveView without(Environment environment, Asked asked, Nothing nothing) {
        Verdict verdict = new Verdict(nothing.status(), nothing.says(), nothing.because());
        return new ArchiveView(environment.name(), asked, verdict, nothing, List.of(), null);
    }

    static ArchiveView of(Environment environment, Asked asked, TimeRange range, Archives.Listing listing) {
        List<ArchivedFile> files = listing.files();
        if (files.isEmpty()) {
            return without(
                    environment,
                    asked,
                    Nothing.unfit(
                            "The archive has no file that could hold lines of this time.",
                            "A file is archived once it was rotated: when it is full, or its pod ends."));
        }
        String what = "%,d %s, %s"
                .formatted(files.size(), files.size() == 1 ? "file" : "files", Amounts.bytes(listing.bytes()));
        boolean tooMuch = !listing.excess().isEmpty();
        Verdict verdict = listing.cut()
                ? new Verdict(
                        Status.WARNING,
                        what + ", and perhaps more.",
                        "The archive has too many files from then on to look at all of them. " + listing.excess())
                : new Verdict(
                        tooMuch ? Status.WARNING : Status.OK, what + " can hold lines of this time.", listing.excess());
        return new ArchiveView(
                environment.name(),
                asked,
                verdict,
                null,
                files.stream()
                        .limit(SHOWN)
                        .map(file -> new File(file.rotatedAt(), file.series(), Amounts.bytes(file.bytes())))
                        .toList(),
                tooMuch ? null : new Request(UUID.randomUUID(), range.start(), range.end(), "Bring " + what + " back"));
    }
}
