package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;

/** The sentence that a log search begins with. */
final class LogVerdict {

    private LogVerdict() {}

    /** @param within the range in words */
    static Verdict of(Lines lines, Asked asked, String within, Instant now) {
        long total = lines.total();
        String says = "%,d %s %s; %s."
                .formatted(
                        total,
                        asked.narrowed()
                                ? (total == 1 ? "line matches" : "lines match")
                                : (total == 1 ? "line" : "lines"),
                        within,
                        errors(lines.errors(), total));
        String newest = asked.newestFirst()
                ? "Newest line " + ago(lines.lines().getFirst().at(), now) + ". "
                : "";
        return new Verdict(lines.errors() > 0 ? Status.WARNING : Status.OK, says, newest + answered(lines));
    }

    static String answered(Lines lines) {
        String took = "Elasticsearch answered in %,d ms.".formatted(lines.took().toMillis());
        return lines.failedShards() == 0
                ? took
                : took
                        + " %d parts of the index did not answer, so the counts are too low."
                                .formatted(lines.failedShards());
    }

    private static String errors(long errors, long total) {
        if (errors == 0) {
            return "none reports an error";
        }
        return errors == total ? "each reports an error" : "%,d report an error".formatted(errors);
    }

    private static String ago(Instant at, Instant now) {
        Duration passed = Duration.between(at, now);
        if (passed.isNegative()) {
            return "is dated after now";
        }
        if (passed.toSeconds() < 60) {
            return passed.toSeconds() + " s ago";
        }
        if (passed.toMinutes() < 60) {
            return passed.toMinutes() + " min ago";
        }
        return passed.toHours() < 48 ? passed.toHours() + " h ago" : passed.toDays() + " d ago";
    }
}
