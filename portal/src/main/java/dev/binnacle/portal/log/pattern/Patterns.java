package dev.binnacle.portal.log.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups lines by their pattern, one line after another: a line joins the pattern with as many words, the same first
 * one, and most others in common, in which what differs then counts as anything. This is the way of Drain, without its
 * tree's deeper levels.
 *
 * @see <a href="https://doi.org/10.1109/ICWS.2017.13">P. He et al., Drain: an online log parsing approach with fixed
 *     depth tree</a>
 */
public final class Patterns {

    /** The most patterns that are told apart; lines of more are counted, but not shown. */
    static final int MOST = 2_000;

    /** The most patterns of as many words with the same first one: a line is compared with each of them. */
    static final int MOST_ALIKE = 250;

    /** How much of the words has to be the same. */
    static final double SIMILAR = 0.6;

    private final Map<Kind, List<Group>> groups = new HashMap<>();
    private int patterns;
    private long lines;
    private long rare;

    /**
     * @param line what it says
     * @param indexed the whole of it, as it was indexed
     * @param error whether it reports an error
     */
    public void add(String line, String indexed, boolean error) {
        lines++;
        List<String> words = Words.of(line);
        if (words.isEmpty()) {
            words = List.of("");
        }
        List<Group> alike = groups.computeIfAbsent(new Kind(words.size(), words.getFirst()), _ -> new ArrayList<>(1));
        Group best = null;
        double most = SIMILAR;
        for (Group group : alike) {
            double similarity = group.similarity(words);
            if (similarity >= most) {
                most = similarity;
                best = group;
            }
        }
        if (best != null) {
            best.join(words, error);
        } else if (patterns < MOST && alike.size() < MOST_ALIKE) {
            patterns++;
            alike.add(new Group(words, line, indexed, error));
        } else {
            rare++;
        }
    }

    /** @return the patterns, of the most lines first */
    public List<Pattern> all() {
        return groups.values().stream()
                .flatMap(List::stream)
                .map(Group::pattern)
                .sorted(Comparator.comparingLong(Pattern::lines).reversed().thenComparing(Pattern::text))
                .toList();
    }

    /** @return how many lines there were */
    public long lines() {
        return lines;
    }

    /** @return how many of them have a pattern that was not kept, because there were too many */
    public long rare() {
        return rare;
    }

    /** @return whether a line would join one of the patterns */
    public boolean knows(Pattern pattern) {
        return groups
                .getOrDefault(new Kind(pattern.words().size(), pattern.words().getFirst()), List.of())
                .stream()
                .anyMatch(group -> group.similarity(pattern.words()) >= SIMILAR);
    }

    private record Kind(int words, String first) {}
}
