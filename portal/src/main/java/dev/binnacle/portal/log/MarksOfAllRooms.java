package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** @return the newest first, no more than can be told apart */
    List<Marks.Mark> between(Environment environment, Asked asked, TimeRange range) {
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
}
