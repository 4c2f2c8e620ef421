package dev.binnacle.sandbox.pod.probe;

import java.time.Duration;

/** Makes one probe of one run of a container until it is interrupted. */
public final class ProbeLoop implements Runnable {

    private final ProbeKind kind;
    private final ProbeTiming timing;
    private final ProbeCheck check;
    private final ProbeListener listener;
    private int passed;
    private int failed;

    public ProbeLoop(ProbeKind kind, ProbeTiming timing, ProbeCheck check, ProbeListener listener) {
        this.kind = kind;
        this.timing = timing;
        this.check = check;
        this.listener = listener;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(timing.initialDelay());
            while (true) {
                long begun = System.nanoTime();
                count(check.ask(timing.timeout()));
                if (kind == ProbeKind.STARTUP && passed >= timing.successThreshold()) {
                    return;
                }
                Duration taken = Duration.ofNanos(System.nanoTime() - begun);
                Thread.sleep(
                        timing.period().minus(taken).compareTo(Duration.ZERO) > 0
                                ? timing.period().minus(taken)
                                : Duration.ZERO);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(ProbeAnswer answer) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        switch (answer) {
            case ProbeAnswer.Passed() -> {
                passed++;
                failed = 0;
                if (passed == timing.successThreshold()) {
                    listener.decided(kind, true);
                }
            }
            case ProbeAnswer.Failed(String message) -> {
                failed++;
                passed = 0;
                listener.failedOnce(kind, message);
                if (failed == timing.failureThreshold()) {
                    listener.decided(kind, false);
                }
            }
        }
    }
}
