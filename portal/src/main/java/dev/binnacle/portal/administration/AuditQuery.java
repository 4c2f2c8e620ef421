package dev.binnacle.portal.administration;

import dev.binnacle.portal.audit.AuditFilter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the page as they stand in its address.
 *
 * @param from a day in UTC, as in "2026-11-17"
 * @param until the last day that counts
 */
record AuditQuery(
        @Nullable String find,
        @Nullable String account,
        @Nullable String action,
        @Nullable String environment,
        @Nullable String from,
        @Nullable String until) {

    private static final int LONGEST = 200;

    AuditFilter filter() {
        return new AuditFilter(
                text(find),
                text(account),
                text(action),
                text(environment),
                day(from)
                        .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                        .orElse(null),
                day(until)
                        .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                        .orElse(null));
    }

    public boolean isOpen() {
        return filter().isOpen();
    }

    /** @return the address of the file with the same entries */
    public String export() {
        return UriComponentsBuilder.fromPath("/audit/entries.csv")
                .queryParam("find", "{find}")
                .queryParam("account", "{account}")
                .queryParam("action", "{action}")
                .queryParam("environment", "{environment}")
                .queryParam("from", "{from}")
                .queryParam("until", "{until}")
                .encode()
                .buildAndExpand(text(find), text(account), text(action), text(environment), text(from), text(until))
                .toUriString();
    }

    private static String text(@Nullable String value) {
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(LONGEST, value.strip().length()));
    }

    /** A day that cannot be read filters nothing. */
    private static Optional<LocalDate> day(@Nullable String value) {
        try {
            return text(value).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(value)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
