package dev.binnacle.portal.log;

import java.util.ArrayList;
import java.util.List;

/** What matched in a line, with the text after it up to the next match. */
public record Match(String text, String after) {

    static String start(List<Piece> pieces) {
        return pieces.isEmpty() || pieces.getFirst().marked()
                ? ""
                : pieces.getFirst().text();
    }

    static List<Match> of(List<Piece> pieces) {
        List<Match> matches = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).marked()) {
                boolean followed = at + 1 < pieces.size();
                matches.add(new Match(
                        pieces.get(at).text(), followed ? pieces.get(at + 1).text() : ""));
            }
        }
        return matches;
    }
}
