package dev.binnacle.echo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the query parameters that fits into a log line. Container runtimes split lines at 16 KiB, and every
 * character may take six bytes once it is escaped.
 *
 * @param cut whether anything was left out
 */
record Excerpt(QueryParameters parameters, boolean cut) {
    private static final int MAX_CHARACTERS = 2048;

    static Excerpt of(QueryParameters whole) {
        int left = MAX_CHARACTERS;
        boolean cut = false;
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> parameter : whole.values().entrySet()) {
            for (String value : parameter.getValue()) {
                left -= parameter.getKey().length();
                if (left <= 0) {
                    return new Excerpt(new QueryParameters(kept), true);
                }
                String start = startOf(value, left);
                cut |= start.length() < value.length();
                left -= start.length();
                kept.computeIfAbsent(parameter.getKey(), name -> new ArrayList<>())
                        .add(start);
            }
        }
        return new Excerpt(new QueryParameters(kept), cut);
    }

    private static String startOf(String value, int length) {
        if (value.length() <= length) {
            return value;
        }
        boolean splitsPair = Character.isHighSurrogate(value.charAt(length - 1));
        return value.substring(0, splitsPair ? length - 1 : length);
    }
}
