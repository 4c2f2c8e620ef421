package dev.binnacle.portal.access;

/**
 * Where a browser goes back to after a form. Only a path of this portal counts; anything else is the overview, so that
 * no link can send an account elsewhere.
 */
public record ReturnPath(String value) {

    private static final int LONGEST = 2_000;

    public ReturnPath {
        boolean here = value.startsWith("/")
                && !value.startsWith("//")
                && value.length() <= LONGEST
                && value.chars().allMatch(character -> character > ' ' && character < 127 && character != '\\');
        if (!here) {
            value = "/";
        }
    }

    public static ReturnPath of(String value) {
        return new ReturnPath(value);
    }
}
