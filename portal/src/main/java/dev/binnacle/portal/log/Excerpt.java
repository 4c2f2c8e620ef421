package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line.Mark;
import dev.binnacle.portal.web.ReadableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line, or a part of it, made readable: colour codes are gone, control characters and those that turn the direction
 * of text are shown as signs.
 *
 * @param cut whether the text goes on before or after
 */
record Excerpt(List<Piece> pieces, boolean cut) {

    /** How much of the text before the first match is shown where the match is far into the line. */
    private static final int BEFORE_MATCH = 120;

    /** @param maxLength how many characters of the text are looked at */
    static Excerpt of(String text, List<Mark> marks, int maxLength) {
        int first = marks.isEmpty() ? 0 : marks.getFirst().from();
        int from = first + BEFORE_MATCH < maxLength ? 0 : Math.max(0, first - BEFORE_MATCH);
        int to = Math.min(text.length(), from + maxLength);
        Writing writing = new Writing();
        if (from > 0) {
            writing.add("…", false);
        }
        for (int at = from; at < to; ) {
            int after = ReadableText.afterSequence(text, at);
            if (after > at) {
                at = after;
                continue;
            }
            int point = text.codePointAt(at);
            if (ReadableText.isPlain(point)) {
                writing.add((char) point, isMarked(marks, at));
            } else {
                writing.add(ReadableText.of(point), isMarked(marks, at));
            }
            at += Character.charCount(point);
        }
        if (to < text.length()) {
            writing.add("…", false);
        }
        return new Excerpt(writing.pieces(), from > 0 || to < text.length());
    }

    /** @return a name, a level or another short text that an application chose, made readable and cut to that length */
    static String word(String text, int maxLength) {
        return text.length() <= maxLength && text.chars().allMatch(ReadableText::isPlain)
                ? text
                : of(text, List.of(), maxLength).text();
    }

    /** @return the text without marks */
    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static boolean isMarked(List<Mark> marks, int at) {
        for (Mark mark : marks) {
            if (at < mark.from()) {
                return false;
            }
            if (at < mark.to()) {
                return true;
            }
        }
        return false;
    }

    /** Joins what is marked alike. */
    private static final class Writing {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean marked;

        void add(String more, boolean markedToo) {
            mark(markedToo);
            text.append(more);
        }

        /** Most of what there is to add, so without a text for each. */
        void add(char more, boolean markedToo) {
            mark(markedToo);
            text.append(more);
        }

        private void mark(boolean markedToo) {
            if (markedToo != marked) {
                end();
                marked = markedToo;
            }
        }

        List<Piece> pieces() {
            end();
            return pieces;
        }

        private void end() {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text.toString(), marked));
                text.setLength(0);
            }
        }
    }
}
