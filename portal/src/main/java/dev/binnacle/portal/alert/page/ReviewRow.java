package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Figures;
import dev.binnacle.portal.web.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one name in a review.
 *
 * @param history the address of the list of them
 * @param share of the noisiest one's number, in percent
 * @param before how many there were in the time as long before
 * @param lasted "12 min"; "–" where none has ended
 * @param acknowledged "3, half within 4 min"
 */
record ReviewRow(
        String name,
        String history,
        Figures figures,
        long share,
        long before,
        String lasted,
        String acknowledged,
        boolean nobodyActs) {

    /** What the columns of {@link #csv} are called. */
    static final List<String> HEAD = List.of(
            "alertname",
            "fired",
            "fired before",
            "label sets",
            "still firing",
            "median seconds to resolve",
            "acknowledged",
            "median seconds to acknowledge",
            "silenced",
            "flapped");

    static ReviewRow of(Figures figures, @Nullable Figures before, long most, String history, Times times) {
        return new ReviewRow(
                figures.name().isEmpty() ? "without a name" : Text.label(figures.name()),
                history,
                figures,
                most == 0 ? 0 : figures.fired() * 100 / most,
                before == null ? 0 : before.fired(),
                length(figures.lasted(), times),
                figures.acknowledged() == 0
                        ? "0"
                        : "%,d, half within %s"
                                .formatted(figures.acknowledged(), length(figures.acknowledgedAfter(), times)),
                figures.nobodyActs());
    }

    /** @return what a spreadsheet gets of it */
    static List<String> csv(Figures figures, @Nullable Figures before) {
        return List.of(
                figures.name(),
                Long.toString(figures.fired()),
                Long.toString(before == null ? 0 : before.fired()),
                Long.toString(figures.labelSets()),
                Long.toString(figures.firing()),
                seconds(figures.lasted()),
                Long.toString(figures.acknowledged()),
                seconds(figures.acknowledgedAfter()),
                Long.toString(figures.silenced()),
                Long.toString(figures.again()));
    }

    private static String seconds(@Nullable Duration length) {
        return length == null ? "" : Long.toString(length.toSeconds());
    }

    static String length(@Nullable Duration length, Times times) {
        return length == null ? "–" : times.length(length);
    }
}
