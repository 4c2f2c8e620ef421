package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Problem;
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

    private final List<Marks> rooms;

    MarksOfAllRooms(List<Marks> rooms) {
        this.rooms = rooms;
    }

    /** Begins to look for them beside what else a page needs. */
    FutureTask<List<Marks.Mark>> sought(Environment environment, Asked asked, TimeRange range) {
        var marks = new FutureTask<>(() -> between(environment, asked, range));
        Thread.ofVirtual().name("log-marks").start(marks);
        return marks;
    }

    /** @return the newest first, no more than can be told apart */
    private List<Marks.Mark> between(Environment environment, Asked asked, TimeRange range) {
        List<Marks.Mark> all = new ArrayList<>();
        for (Marks room : rooms) {
            try {
                all.addAll(room.between(environment, asked.workload(), range.start(), range.end()));
            } catch (Problem missing) {
                LOG.debug("No marks: {}", missing.sentence());
            }
        }
        all.sort(Comparator.comparing(Marks.Mark::at).reversed());
        return all.stream().limit(Marks.MOST).toList();
    }

    /** @return what was found; nothing where looking for it failed */
    static List<Marks.Mark> found(Future<List<Marks.Mark>> sought) {
        try {
            return sought.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.debug("No marks: {}", failure.toString());
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
