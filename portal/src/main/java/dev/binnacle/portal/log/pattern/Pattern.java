package dev.binnacle.portal.log.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * What many lines have in common.
 *
 * @param words of the lines in their order; {@link #ANY} stands for one that differs, or within a word for its part
 * @param lines how many lines look so
 * @param errors how many of those report an error
 * @param example the first of them
 */
public record Pattern(List<String> words, long lines, long errors, String example) {

    /** What differs from line to line. */
    public static final String ANY = "*";

    public Pattern {
        words = List.copyOf(words);
    }

    public String text() {
        return String.join(" ", words);
    }

    /** @return the words that follow one another unchanged in each line, as phrases; the longest first, at most four */
    public List<String> phrases() {
        List<String> phrases = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String word : words) {
            if (!word.contains(ANY)) {
                run.add(word);
            } else if (!run.isEmpty()) {
                phrases.add(String.join(" ", run));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            phrases.add(String.join(" ", run));
        }
        return phrases.stream()
                .filter(phrase -> phrase.chars().anyMatch(Character::isLetterOrDigit))
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .limit(4)
                .toList();
    }
}
