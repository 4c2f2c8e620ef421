package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks five times a second until something holds. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Await() {}

    /** Fails when it does not hold within the limit, and then says what there was instead. */
    static void until(String what, Duration limit, BooleanSupplier condition, Supplier<?> instead) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> what + "; there is " + instead.get())
                    .isLessThan(end);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Stopped while waiting: " + what, stopped);
            }
        }
    }
}
