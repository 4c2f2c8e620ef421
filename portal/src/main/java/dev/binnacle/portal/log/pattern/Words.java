package dev.binnacle.portal.log.pattern;

import java.util.ArrayList;
import java.util.List;

/** Takes a line apart into words, in which numbers and what looks like an identity are left out. */
final class Words {

    /** How much of a line is looked at, in characters. */
    private static final int LONGEST = 1_000;

    private static final int MOST = 100;

    private Words() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int end = Math.min(line.length(), LONGEST);
        int at = 0;
        while (at < end && words.size() < MOST) {
            while (at < end && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < end && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            if (at > start) {
                words.add(plain(line, start, at));
            }
        }
        return words;
    }

    /** Each run of letters, digits and what joins them becomes a star where it holds a digit: numbers, hashes, times. */
    private static String plain(String line, int from, int to) {
        StringBuilder word = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int start = at;
            boolean digit = false;
            while (at < to && joins(line.charAt(at))) {
                digit |= Character.isDigit(line.charAt(at));
                at++;
            }
            if (at > start) {
                if (digit) {
                    word.append(Pattern.ANY);
                } else {
                    word.append(line, start, at);
                }
            } else {
                word.append(line.charAt(at++));
            }
        }
        return word.toString();
    }

    private static boolean joins(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-' || character == '.';
    }
}
