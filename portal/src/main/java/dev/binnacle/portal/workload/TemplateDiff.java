package dev.binnacle.portal.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** What differs between two pod templates, place by place. */
record TemplateDiff(List<Line> lines, int more) {

    private static final int SHOWN = 200;
    private static final int VALUE_LIMIT = 1_000;

    /** A value that went or came. */
    record Line(boolean added, String text) {}

    static TemplateDiff of(SortedMap<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        List<Line> lines = new ArrayList<>();
        for (String place : places) {
            String old = before.get(place);
            String present = after.get(place);
            if (!Objects.equals(old, present)) {
                if (old != null) {
                    lines.add(new Line(false, "-  " + place + ": " + shown(place, old)));
                }
                if (present != null) {
                    lines.add(new Line(true, "+  " + place + ": " + shown(place, present)));
                }
            }
        }
        int more = Math.max(0, lines.size() - SHOWN);
        return new TemplateDiff(List.copyOf(lines.subList(0, lines.size() - more)), more);
    }

    /** Values of environment variables may be secrets: that they differ is shown, and nothing more. */
    private static String shown(String place, String value) {
        if (place.contains(".env[") && place.endsWith("].value")) {
            return "(hidden)";
        }
        return value.length() <= VALUE_LIMIT ? value : value.substring(0, VALUE_LIMIT) + " …";
    }
}
