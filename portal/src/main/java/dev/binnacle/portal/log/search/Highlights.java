package dev.binnacle.portal.log.search;

import dev.binnacle.portal.log.search.Line.Mark;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Tells Elasticsearch how to mark what matched, by signs that no line can contain by design, and finds them again. */
record Highlights(String opening, String closing) {

    static Highlights random() {
        String sign = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Highlights("<" + sign + ">", "</" + sign + ">");
    }

    /**
     * @param text the line
     * @param marked the line, or its beginning, with signs
     * @return where the signs stand; nothing where the two are not the same line
     */
    List<Mark> marks(String text, String marked) {
        List<Mark> marks = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (true) {
            int open = marked.indexOf(opening, at);
            int close = marked.indexOf(closing, open < 0 ? marked.length() : open);
            if (open < 0 || close < 0) {
                plain.append(marked, at, marked.length());
                return text.startsWith(plain.toString()) ? marks : List.of();
            }
            plain.append(marked, at, open);
            int from = plain.length();
            plain.append(marked, open + opening.length(), close);
            marks.add(new Mark(from, plain.length()));
            at = close + closing.length();
        }
    }
}
