package dev.binnacle.portal.alert.matcher;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions that must all hold; none of them holds for everything. */
public record Matchers(List<Matcher> all) implements Parsed {

    public static final Matchers NONE = new Matchers(List.of());

    public Matchers {
        all = List.copyOf(all);
    }

    /** @return one matcher for each label, as for the silence of exactly that alert */
    public static Matchers of(Map<String, String> labels) {
        return new Matchers(labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> Matcher.equal(label.getKey(), label.getValue()))
                .toList());
    }

    /** @param text matchers as Alertmanager writes them, with or without braces, separated by commas or spaces */
    public static Parsed parse(String text) {
        return new MatcherParser(text).parse();
    }

    public boolean match(Map<String, String> labels) {
        return all.stream().allMatch(matcher -> matcher.matches(labels));
    }

    /** @return whether Alertmanager would refuse to silence by them: nothing says what a label has to be */
    public boolean matchEverything() {
        return all.stream().allMatch(Matcher::matchesEmpty);
    }

    /** @return these and the given one, in place of its opposite */
    public Matchers with(Matcher added) {
        return new Matchers(Stream.concat(without(added).without(added.negated()).all.stream(), Stream.of(added))
                .toList());
    }

    public Matchers without(Matcher removed) {
        return new Matchers(
                all.stream().filter(matcher -> !matcher.equals(removed)).toList());
    }

    @Override
    public String toString() {
        return all.stream().map(Matcher::toString).collect(Collectors.joining(", "));
    }
}
