package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.silence.SilenceRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the form of a silence, and says what is wrong with it, field by field. */
final class SilenceDraft {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final SilenceForm form;
    private final Instant now;
    private final Map<String, String> faults = new TreeMap<>();

    SilenceDraft(SilenceForm form, Instant now) {
        this.form = form;
        this.now = now;
    }

    /** @return the request, or nothing where {@link #faults} tells what is wrong */
    Optional<SilenceRequest> request(String account) {
        Matchers matchers = matchers().orElse(Matchers.NONE);
        Instant end = end().orElse(now);
        MuteFields.comment(form.comment(), faults);
        if (!end.isAfter(now)) {
            faults.put("until", "The end must lie ahead.");
        } else if (end.isAfter(now.plus(LONGEST))) {
            faults.put("until", "A silence lasts at most a year.");
        }
        return faults.isEmpty()
                ? Optional.of(new SilenceRequest(
                        MuteFields.token(form.token()),
                        form.replaces(),
                        account,
                        matchers,
                        now,
                        end,
                        form.comment().strip()))
                : Optional.empty();
    }

    /** @return the matchers if Alertmanager takes them for a silence */
    Optional<Matchers> matchers() {
        return MuteFields.matchers(form.matchers(), faults);
    }

    /** @return what the form began with; what matches everything where that was nothing, or cannot be read */
    Matchers clicked() {
        return Matchers.parse(form.clicked()) instanceof Matchers matchers ? matchers : Matchers.NONE;
    }

    Optional<Instant> end() {
        try {
            return Optional.of(
                    form.until().isBlank()
                            ? now.plus(Duration.parse(form.length()))
                            : LocalDateTime.parse(form.until()).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    Map<String, String> faults() {
        return faults;
    }
}
