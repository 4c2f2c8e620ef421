package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Pod;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Copies the logs of many containers to a browser as one: what there is at first in the order of its time, then each line
 * as it comes, at most so many a second. What is beyond is counted and told, not sent.
 */
final class MergedLog {

    private static final Duration LIFE = Duration.ofSeconds(50);
    private static final Duration FIRST = Duration.ofMillis(1_500);
    private static final Duration PREVIOUS = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int A_SECOND = 500;
    private static final int SHOWN = 2_000;

    private final Followers followers;
    private final Supplier<Collection<Pod>> pods;
    private final OutputStream browser;
    private final boolean previous;
    private Instant newest;

    /**
     * @param pods those of the workload, asked for again as they come and go
     * @param newest the moment of the newest line that the browser has; the beginning of time for none
     */
    MergedLog(
            Followers followers,
            Supplier<Collection<Pod>> pods,
            OutputStream browser,
            boolean previous,
            Instant newest) {
        this.followers = followers;
        this.pods = pods;
        this.browser = browser;
        this.previous = previous;
        this.newest = newest;
    }

    /** Returns after less than a minute, when the logs have ended, or with an exception when the browser has gone. */
    void copy() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIFE.toNanos();
        write("retry: 1000\n\n");
        followers.follow(pods.get());
        List<LoggedLine> first = first();
        int beyond = Math.max(0, first.size() - SHOWN);
        long unseen = first.subList(0, beyond).stream()
                .filter(line -> line.at().isAfter(newest))
                .count();
        for (LoggedLine line : first.subList(beyond, first.size())) {
            send(line);
        }
        tell(unseen + followers.dropped());
        while (!previous && System.nanoTime() < end) {
            second();
            followers.follow(pods.get());
        }
        write(previous ? "event: end\ndata: end\n\n" : ": asks again\n\n");
        browser.flush();
    }

    private List<LoggedLine> first() throws InterruptedException {
        List<LoggedLine> lines = new ArrayList<>();
        long until = System.nanoTime() + (previous ? PREVIOUS : FIRST).toNanos();
        while (System.nanoTime() < until && !(previous && followers.ended())) {
            LoggedLine line = followers.next(Duration.ofMillis(100));
            if (line != null) {
                lines.add(line);
            }
        }
        lines.sort(LoggedLine.BY_TIME);
        return lines;
    }

    private void second() throws IOException, InterruptedException {
        long end = System.nanoTime() + LOOK.toNanos();
        int sent = 0;
        long beyond = 0;
        while (System.nanoTime() < end) {
            LoggedLine line = followers.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (line != null && sent < A_SECOND) {
                send(line);
                browser.flush();
                sent++;
            } else if (line != null) {
                beyond++;
            }
        }
        tell(beyond + followers.dropped());
    }

    /** A pulse, too: it finds out whether the browser is still there. */
    private void tell(long dropped) throws IOException {
        write(dropped > 0 ? "event: dropped\ndata: " + dropped + "\n\n" : ": still here\n\n");
        browser.flush();
    }

    /** Its id is the moment from which a browser goes on, so it never goes back. */
    private void send(LoggedLine line) throws IOException {
        newest = line.at().isAfter(newest) ? line.at() : newest;
        write((newest.equals(Instant.EPOCH) ? "" : "id: " + newest + "\n") + line.event());
    }

    private void write(String event) throws IOException {
        browser.write(event.getBytes(StandardCharsets.UTF_8));
    }
}
