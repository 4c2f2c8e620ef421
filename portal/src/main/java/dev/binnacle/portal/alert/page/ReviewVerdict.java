package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Figures;
import dev.binnacle.portal.alert.history.Period;
import dev.binnacle.portal.alert.history.Review;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what a period brought. */
final class ReviewVerdict {

    private ReviewVerdict() {}

    static Verdict notUnderstood() {
        return new Verdict(Status.UNKNOWN, "It is not understood what to look back on.");
    }

    static Verdict of(int days, Period period, Review review, Times times) {
        Figures all = review.all();
        String in = days == 1 ? " in a day" : " in " + days + " days";
        List<String> because = new ArrayList<>();
        if (all.fired() > 0) {
            because.add(acknowledged(all, times));
        }
        long quiet = review.names().stream().filter(Figures::nobodyActs).count();
        if (quiet > 0) {
            because.add(Text.count(
                    quiet,
                    "name fired often, and nobody acted on it.",
                    "names fired often, and nobody acted on them."));
        }
        Duration whole = Duration.between(period.from(), period.to());
        if (review.blind().isPositive()) {
            because.add("For %s of %s not all alerts could be seen, so there may have been more."
                    .formatted(times.length(review.blind()), times.length(whole)));
        }
        boolean unsure = review.blind().compareTo(whole.dividedBy(2)) > 0;
        return new Verdict(
                unsure ? Status.UNKNOWN : quiet > 0 ? Status.WARNING : Status.OK,
                (all.fired() == 0 ? "No alert fired" : Text.count(all.fired(), "alert fired", "alerts fired"))
                        + in
                        + compared(all.fired(), review.allBefore().fired())
                        + ".",
                String.join(" ", because));
    }

    private static String acknowledged(Figures all, Times times) {
        if (all.acknowledged() == 0) {
            return "Nobody acknowledged any of them.";
        }
        return "%,d of %,d were acknowledged, half of those within %s."
                .formatted(all.acknowledged(), all.fired(), ReviewRow.length(all.acknowledgedAfter(), times));
    }

    private static String compared(long now, long before) {
        if (before == 0 || now == before) {
            return before == 0 ? "" : ", as many as in the time before";
        }
        long percent = Math.round(Math.abs(now - before) * 100.0 / before);
        return ", %,d %% %s than in the time before".formatted(percent, now > before ? "more" : "fewer");
    }
}
