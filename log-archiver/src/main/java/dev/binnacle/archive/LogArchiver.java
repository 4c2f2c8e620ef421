package dev.binnacle.archive;

import java.time.Clock;

/** Takes the finished files of a folder to the storage until the process is asked to end. */
public final class LogArchiver {
    private LogArchiver() {}

    /** Needs no orderly end: what was begun is found again and finished by the next start. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("The log archiver cannot start: " + e.getMessage());
            System.exit(2);
            return;
        }
        RotatedLogs logs = new RotatedLogs(settings.folder(), settings.settle(), Clock.systemUTC());
        BackOff backOff = new BackOff(settings.interval());
        try (S3Storage storage = new S3Storage(settings)) {
            Archiving archiving = new Archiving(settings, logs, storage, System.err);
            while (!Thread.interrupted()) {
                Thread.sleep(backOff.after(archiving.pass()));
            }
        }
    }
}
