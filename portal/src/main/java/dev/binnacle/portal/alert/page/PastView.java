package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Past;
import dev.binnacle.portal.alert.matcher.Parsed;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of what fired.
 *
 * @param fault what is wrong with what is asked for; null where nothing is
 */
record PastView(PastAsked asked, Parsed.@Nullable Faulty fault, Verdict verdict, List<PastRow> rows) {

    /** How many are listed. */
    static final int MOST = 200;

    static PastView faulty(PastAsked asked, Parsed.Faulty fault) {
        return new PastView(asked, fault, ReviewVerdict.notUnderstood(), List.of());
    }

    /** @param past one more than is listed, where there are so many */
    static PastView of(PastAsked asked, List<Past> past, Times times) {
        String in = " in " + Text.count(asked.length(), "day", "days");
        String says = past.isEmpty()
                ? "No such alert fired"
                : past.size() > MOST
                        ? "More than %,d such alerts fired".formatted(MOST)
                        : Text.count(past.size(), "such alert fired", "such alerts fired");
        return new PastView(
                asked,
                null,
                new Verdict(
                        Status.OK,
                        says + in + ".",
                        past.size() > MOST
                                ? "The last %,d are listed. Filter, or choose an earlier day, to see others."
                                        .formatted(MOST)
                                : ""),
                past.stream()
                        .limit(MOST)
                        .map(each -> PastRow.of(asked.environment(), each, times))
                        .toList());
    }
}
