package dev.binnacle.portal.log.pattern;

import java.util.List;

/** Lines of one pattern, while lines are added. */
final class Group {

    private final String[] words;
    private final String example;
    private final String indexed;
    private long lines = 1;
    private long errors;

    Group(List<String> words, String example, String indexed, boolean error) {
        this.words = words.toArray(String[]::new);
        this.example = example;
        this.indexed = indexed;
        this.errors = error ? 1 : 0;
    }

    /**
     * @return the share of words that are the same; what is anything on either side says nothing. 0 as soon as too many
     *     differ.
     */
    double similarity(List<String> others) {
        int same = 0;
        int open = 0;
        double mostDifferent = words.length * (1 - Patterns.SIMILAR);
        for (int i = 0; i < words.length; i++) {
            String other = others.get(i);
            if (words[i].equals(Pattern.ANY) || other.equals(Pattern.ANY)) {
                open++;
            } else if (words[i].equals(other)) {
                same++;
            } else if (i + 1 - same - open > mostDifferent) {
                return 0;
            }
        }
        return open == words.length ? 1 : (double) same / (words.length - open);
    }

    void join(List<String> others, boolean error) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(others.get(i))) {
                words[i] = Pattern.ANY;
            }
        }
        lines++;
        errors += error ? 1 : 0;
    }

    Pattern pattern() {
        return new Pattern(List.of(words), lines, errors, example, indexed);
    }
}
