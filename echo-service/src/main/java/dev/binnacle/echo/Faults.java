package dev.binnacle.echo;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Errors, delays and work that a request may ask for, so that alerts and autoscaling can be shown on real figures:
 * {@code status} of 400 to 599, {@code delay} and {@code burn} in milliseconds.
 */
final class Faults {
    static final int MAX_DELAY_MILLIS = 10_000;
    static final int MAX_BURN_MILLIS = 1_000;
    private final Semaphore burners = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** Takes the time that is asked for and returns the status to answer with. */
    int apply(QueryParameters parameters) {
        int status = number(parameters, "status", 200, 400, 599);
        Duration delay = Duration.ofMillis(number(parameters, "delay", 0, 0, MAX_DELAY_MILLIS));
        Duration burn = Duration.ofMillis(number(parameters, "burn", 0, 0, MAX_BURN_MILLIS));
        try {
            Thread.sleep(delay);
            burn(burn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadRequest(503, "The service ended before the delay did");
        }
        return status;
    }

    private void burn(Duration length) throws InterruptedException {
        if (length.isZero()) {
            return;
        }
        burners.acquire();
        try {
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        } finally {
            burners.release();
        }
    }

    private static int number(QueryParameters parameters, String name, int absent, int min, int max) {
        String value = parameters.first(name).orElse("");
        if (value.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal as a number out of range.
        }
        throw new BadRequest(400, "%s must be a whole number from %d to %d".formatted(name, min, max));
    }
}
