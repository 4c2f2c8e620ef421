package dev.binnacle.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes the finished files of a folder to the storage until the process is asked to end. */
public final class LogArchiver {
    private LogArchiver() {}

    /**
     * At SIGTERM what is rotated by then is archived at once, for the folder may go with the pod. Nothing depends on an
     * orderly end: what was begun is found again and finished by the next start.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("The log archiver cannot start: " + e.getMessage());
            System.exit(2);
            return;
        }
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ending, ended), "shutdown"));
        System.err.println("The log archiver watches " + settings.folder());
        BackOff backOff = new BackOff(settings.interval());
        try (S3Storage storage = new S3Storage(settings)) {
            Archiving archiving = archiving(settings, settings.settle(), storage);
            boolean asked = false;
            while (!asked) {
                asked = ending.await(backOff.after(archiving.pass()).toMillis(), TimeUnit.MILLISECONDS);
            }
            archiving(settings, Duration.ZERO, storage).pass();
        } finally {
            ended.countDown();
        }
    }

    private static Archiving archiving(Settings settings, Duration settle, Storage storage) {
        RotatedLogs logs = new RotatedLogs(settings.folder(), settle, Clock.systemUTC());
        return new Archiving(settings, logs, storage, System.err);
    }

    private static void end(CountDownLatch ending, CountDownLatch ended) {
        ending.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
