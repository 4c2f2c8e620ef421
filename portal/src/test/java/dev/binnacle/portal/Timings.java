package dev.binnacle.portal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long one thing took, many times; for benches. */
public final class Timings {

    private final String name;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    public Timings(String name) {
        this.name = name;
    }

    public void add(long took) {
        nanos.add(took);
    }

    public <T> T time(Callable<T> call) throws Exception {
        long start = System.nanoTime();
        T result = call.call();
        add(System.nanoTime() - start);
        return result;
    }

    /** Forgets what was measured to get warm. */
    public void forget() {
        nanos.clear();
    }

    public int count() {
        return nanos.size();
    }

    /** @return milliseconds */
    public double quantile(double part) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()))) / 1e6;
    }

    /** Prints a line, as in "P1 first page: p50 12.1 ms, p99 20.4 ms (300 times)". */
    public Timings print() {
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms (%d times)%n", name, quantile(0.5), quantile(0.99), nanos.size());
        return this;
    }
}
