package dev.binnacle.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Takes finished files to the storage, one after the other, and removes each once the storage has shown that it has it. */
final class Archiving {
    /** Beside the files, since their disk has room for one, and hidden from who reads them. */
    private static final String PACKED = ".archive.gz";

    private final RotatedLogs logs;
    private final Path packed;
    private final String prefix;
    private final Origin origin;
    private final Storage storage;
    private final PrintStream reports;

    Archiving(Settings settings, RotatedLogs logs, Storage storage, PrintStream reports) {
        this.logs = logs;
        packed = settings.folder().resolve(PACKED);
        prefix = settings.prefix();
        origin = settings.origin();
        this.storage = storage;
        this.reports = reports;
    }

    /** Returns whether all went well. A file that is not taken does not hold up the others. */
    boolean pass() {
        boolean good = true;
        try {
            for (RotatedLog log : logs.finished()) {
                good &= taken(log);
            }
        } catch (IOException e) {
            reports.println("The folder cannot be worked on: " + e);
            return false;
        }
        return good;
    }

    private boolean taken(RotatedLog log) throws IOException {
        try {
            archive(log);
            return true;
        } catch (NoSuchFileException e) {
            reports.println(log.name() + " went before it was archived");
        } catch (StorageFailure e) {
            reports.println(e.getMessage());
        }
        return false;
    }

    private void archive(RotatedLog log) throws IOException, StorageFailure {
        reports.println("Archiving " + log.name());
        try {
            Packed gzip = Packed.of(log.path(), packed);
            if (!log.unchanged()) {
                reports.println(log.name() + " is still written, so it is left alone");
                return;
            }
            ObjectKey key = ObjectKey.of(prefix, origin, log, gzip.contentHash());
            storage.keep(key, gzip);
            if (!log.unchanged()) {
                reports.println(log.name() + " was written after it was archived, so it stays");
                return;
            }
            Files.delete(log.path());
            reports.println("Archived " + key.text());
        } finally {
            Files.deleteIfExists(packed);
        }
    }
}
