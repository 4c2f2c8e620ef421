package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Figures;
import dev.binnacle.portal.alert.history.Period;
import dev.binnacle.portal.alert.history.Review;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page that a review is held from.
 *
 * @param fault what is wrong with what is asked for; null where nothing is
 * @param quiet those that fired often and that nobody acted on
 * @param hours a row for each weekday; none where nothing fired
 * @param zone whose hours they are
 */
record ReviewView(
        PastAsked asked,
        Parsed.@Nullable Faulty fault,
        Verdict verdict,
        List<Figure> figures,
        List<ReviewRow> rows,
        List<ReviewRow> quiet,
        List<Day> hours,
        String zone) {

    private static final int SHADES = 5;

    record Figure(String name, String value, String says) {}

    record Day(String name, List<Hour> hours) {}

    /** @param shade from 0, nothing, to 5, the most of any hour */
    record Hour(long fired, int shade, String says) {}

    static ReviewView faulty(PastAsked asked, Parsed.Faulty fault) {
        return new ReviewView(
                asked, fault, ReviewVerdict.notUnderstood(), List.of(), List.of(), List.of(), List.of(), "");
    }

    static ReviewView of(PastAsked asked, Period period, Matchers matchers, Review review, Times times) {
        long most = review.names().stream().mapToLong(Figures::fired).max().orElse(0);
        List<ReviewRow> rows = review.names().stream()
                .map(name -> ReviewRow.of(
                        name, review.before().get(name.name()), most, asked.history(matchers, name.name()), times))
                .toList();
        return new ReviewView(
                asked,
                null,
                ReviewVerdict.of(asked.length(), period, review, times),
                figures(review, times),
                rows,
                rows.stream().filter(ReviewRow::nobodyActs).toList(),
                review.all().fired() == 0 ? List.of() : days(review.hours()),
                period.zone().getId().equals("Z") ? "UTC" : period.zone().getId());
    }

    private static List<Figure> figures(Review review, Times times) {
        Figures all = review.all();
        Figures before = review.allBefore();
        return List.of(
                new Figure("Fired", "%,d".formatted(all.fired()), "%,d in the time before".formatted(before.fired())),
                new Figure(
                        "Acknowledged",
                        "%,d".formatted(all.acknowledged()),
                        (all.acknowledged() == 0
                                        ? ""
                                        : "half within " + ReviewRow.length(all.acknowledgedAfter(), times) + "; ")
                                + "%,d in the time before".formatted(before.acknowledged())),
                new Figure(
                        "Half resolved within",
                        ReviewRow.length(all.lasted(), times),
                        ReviewRow.length(before.lasted(), times) + " in the time before"),
                new Figure(
                        "Flapped",
                        "%,d".formatted(all.again()),
                        "began within 10 min of their last end; %,d before".formatted(before.again())),
                new Figure("Silenced", "%,d".formatted(all.silenced()), "%,d before".formatted(before.silenced())));
    }

    private static List<Day> days(List<List<Long>> hours) {
        long most = hours.stream()
                .flatMap(Collection::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.SHORT, Locale.UK);
            List<Hour> row = new ArrayList<>();
            for (long fired : hours.get(days.size())) {
                row.add(new Hour(
                        fired,
                        most == 0 ? 0 : (int) Math.ceilDiv(fired * SHADES, most),
                        "%s %02d:00, %,d fired".formatted(name, row.size(), fired)));
            }
            days.add(new Day(name, row));
        }
        return days;
    }
}
