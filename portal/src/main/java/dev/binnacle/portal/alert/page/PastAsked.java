package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Period;
import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the history is looked at, as a link says it.
 *
 * @param days how long, back from the end
 * @param until the last day, "2026-11-29"; empty for now
 * @param zone whose days are meant, "Europe/Berlin"; empty for UTC
 * @param filter matchers
 */
record PastAsked(String environment, String days, String until, String zone, String filter) {

    private static final List<Integer> LENGTHS = List.of(1, 7, 14, 30, 90);

    private static final int USUAL = 7;

    /** What is asked for, or why it is not understood. */
    sealed interface Meaning {
        record Clear(Period period, Matchers matchers) implements Meaning {}

        record Faulty(Parsed.Faulty fault) implements Meaning {}
    }

    /** @return the lengths to choose from, for the form */
    public List<Integer> lengths() {
        return LENGTHS;
    }

    /** @return how many days, the usual number where none of those to choose from is named */
    public int length() {
        return LENGTHS.stream()
                .filter(each -> each.toString().equals(days))
                .findFirst()
                .orElse(USUAL);
    }

    Meaning meaning(Instant now) {
        Parsed matchers = Matchers.parse(filter);
        if (matchers instanceof Parsed.Faulty faulty) {
            return new Meaning.Faulty(faulty);
        }
        try {
            ZoneId known = zone.isBlank() ? ZoneOffset.UTC : ZoneId.of(zone.strip());
            Instant end = until.isBlank()
                    ? now
                    : LocalDate.parse(until.strip())
                            .plusDays(1)
                            .atStartOfDay(known)
                            .toInstant();
            Instant start = end.atZone(known).minusDays(length()).toInstant();
            return new Meaning.Clear(new Period(start, end, known), (Matchers) matchers);
        } catch (DateTimeException unknown) {
            return new Meaning.Faulty(
                    new Parsed.Faulty(until + " " + zone, 0, "This is no day, or no time zone that is known here."));
        }
    }

    public String review() {
        return link("/review", filter);
    }

    public String csv() {
        return link("/review.csv", filter);
    }

    public String history() {
        return link("/history", filter);
    }

    /** @return the history of the alerts of one name among these */
    String history(Matchers matchers, String name) {
        return link("/history", matchers.with(Matcher.equal("alertname", name)).toString());
    }

    private String link(String page, String what) {
        return UriComponentsBuilder.fromPath("/environments/{environment}/alerts" + page)
                .queryParam("days", length())
                .queryParamIfPresent("until", given("{until}", until))
                .queryParamIfPresent("zone", given("{zone}", zone))
                .queryParamIfPresent("filter", given("{filter}", what))
                .encode()
                .buildAndExpand(Map.of("environment", environment, "until", until, "zone", zone, "filter", what))
                .toUriString();
    }

    private static Optional<String> given(String variable, String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(variable);
    }
}
