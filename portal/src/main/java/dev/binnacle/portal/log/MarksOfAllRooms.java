package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What all rooms know of that happened; a room that cannot tell at the moment leaves the others as they are. */
@Component
class MarksOfAllRooms {

    private static final Logger LOG = LoggerFactory.getLogger(MarksOfAllRooms.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<Marks> rooms;

    MarksOfAllRooms(List<Marks> rooms) {
        this.rooms = rooms;
    }

    /** Begins to ask each room beside what else a page needs. */
    List<Future<List<Marks.Mark>>> sought(Environment environment, Asked asked, TimeRange range) {
        String workload =
                WorkloadName.read(asked.workload()).map(WorkloadName::write).orElse("");
        return rooms.stream()
                .map(room -> begun(room, environment, workload, range))
                .toList();
    }

    private static Future<List<Marks.Mark>> begun(
            Marks room, Environment environment, String workload, TimeRange range) {
        var marks = new FutureTask<>(() -> room.between(environment, workload, range.start(), range.end()));
        Thread.ofVirtual().name("log-marks").start(marks);
        return marks;
    }

    /** @return what rooms told, and those within a second from now that have not yet */
    static FoundMarks found(List<Future<List<Marks.Mark>>> sought) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Marks.Mark> all = new ArrayList<>();
        boolean unread = false;
        for (Future<List<Marks.Mark>> room : sought) {
            try {
                all.addAll(room.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException failure) {
                LOG.warn("A room does not tell what happened: {}", failure.toString());
                unread = true;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                unread = true;
            }
        }
        all.sort(Comparator.comparing(Marks.Mark::at).reversed());
        return new FoundMarks(all.stream().limit(Marks.SHOWN).toList(), all.size() > Marks.SHOWN, unread);
    }
}
