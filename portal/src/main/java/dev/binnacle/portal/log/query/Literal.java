package dev.binnacle.portal.log.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field's name or a value.
 *
 * @param pieces the text before, between and after its wildcards; a single piece where it has none
 * @param quoted whether it stood in quotation marks, which makes it a phrase
 */
public record Literal(List<String> pieces, boolean quoted) {

    public Literal {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("A literal has at least one piece.");
        }
    }

    /** @return a phrase of exactly this text */
    public static Literal phrase(String text) {
        return new Literal(List.of(text), true);
    }

    /** @return words, in which every star is a wildcard */
    public static Literal words(String text) {
        return new Literal(Arrays.asList(text.split("\\*", -1)), false);
    }

    /** @return the name of a field of the object that this names */
    public Literal below(Literal field) {
        List<String> names = new java.util.ArrayList<>(pieces);
        names.set(names.size() - 1, names.getLast() + "." + field.pieces().getFirst());
        names.addAll(field.pieces().subList(1, field.pieces().size()));
        return new Literal(names, false);
    }

    public boolean hasWildcard() {
        return pieces.size() > 1;
    }

    /** @return whether it is a star alone: anything */
    public boolean isAnything() {
        return pieces.equals(List.of("", ""));
    }

    /** @return its text, with a star for each wildcard */
    public String text() {
        return String.join("*", pieces);
    }

    /** @return whether the name or value fits, wildcards counting as any text */
    public boolean matches(String candidate) {
        if (!hasWildcard()) {
            return candidate.equals(pieces.getFirst());
        }
        String last = pieces.getLast();
        if (!candidate.startsWith(pieces.getFirst())) {
            return false;
        }
        int at = pieces.getFirst().length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = candidate.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return candidate.length() - last.length() >= at && candidate.endsWith(last);
    }

    @Override
    public String toString() {
        return pieces.stream().collect(Collectors.joining("*", quoted ? "\"" : "", quoted ? "\"" : ""));
    }
}
