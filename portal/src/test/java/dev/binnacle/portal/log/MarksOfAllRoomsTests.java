package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksOfAllRoomsTests {

    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");

    @Test
    void aRoomThatFailsLeavesTheMarksOfOthers() throws InvalidTime {
        FoundMarks found = found(
                (_, _, _, _) -> {
                    throw new IllegalStateException("This room fails");
                },
                room(2));

        assertThat(found.marks()).hasSize(2);
        assertThat(found.unread()).isTrue();
    }

    @Test
    void aRoomThatIsSlowLeavesTheMarksOfOthers() throws InvalidTime {
        FoundMarks found = found((_, _, _, _) -> new CompletableFuture<List<Marks.Mark>>().join(), room(2));

        assertThat(found.marks()).hasSize(2);
        assertThat(found.unread()).isTrue();
    }

    @Test
    void theNewestAreShownAndThatThereAreMore() throws InvalidTime {
        FoundMarks found = found(room(Marks.MOST));

        assertThat(found.marks()).hasSize(20).first().isEqualTo(mark(Marks.MOST - 1));
        assertThat(found.says()).isEqualTo("More than 20 things happened; these are the newest");
        assertThat(found.unread()).isFalse();
    }

    @Test
    void asManyAsAreShownAreAllThereAre() throws InvalidTime {
        assertThat(found(room(18), room(2)).says()).isEqualTo("20 things happened");
        assertThat(found(room(1)).says()).isEqualTo("What happened");
    }

    private static FoundMarks found(Marks... rooms) throws InvalidTime {
        Asked asked = Asked.usually();
        return MarksOfAllRooms.found(new MarksOfAllRooms(List.of(rooms))
                .sought(TestIndex.environmentOf("europe", "logs"), asked, TimeRange.of(asked, TEN)));
    }

    private static Marks room(int marks) {
        List<Marks.Mark> told =
                IntStream.range(0, marks).mapToObj(MarksOfAllRoomsTests::mark).toList();
        return (_, _, _, _) -> told;
    }

    private static Marks.Mark mark(int second) {
        return new Marks.Mark(TEN.plusSeconds(second), Status.OK, "operation", second + " redeploy", "/operations/1");
    }
}
