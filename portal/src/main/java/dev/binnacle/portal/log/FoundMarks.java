package dev.binnacle.portal.log;

import java.util.List;

/**
 * What is known of that happened while lines were written.
 *
 * @param marks the newest first, no more than can be told apart
 * @param more whether more than these are known
 * @param unread whether there may be others, of which a room could not tell
 */
record FoundMarks(List<Marks.Mark> marks, boolean more, boolean unread) {

    static final FoundMarks NONE = new FoundMarks(List.of(), false, false);

    FoundMarks {
        marks = List.copyOf(marks);
    }

    /** @return how many there are */
    String says() {
        if (more) {
            return "More than %d things happened; these are the newest".formatted(marks.size());
        }
        return marks.size() == 1 ? "What happened" : "%d things happened".formatted(marks.size());
    }
}
