package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.silence.SilenceRequest;
import dev.binnacle.portal.web.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the form of a silence, and says what is wrong with it, field by field. */
final class SilenceDraft {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final SilenceForm form;
    private final Instant now;
    private final Comments comments;
    private final Map<String, String> faults = new TreeMap<>();

    SilenceDraft(SilenceForm form, Instant now, Comments comments) {
        this.form = form;
        this.now = now;
        this.comments = comments;
    }

    /** @return the request, or nothing where {@link #faults} tells what is wrong */
    Optional<SilenceRequest> request(String account) {
        Matchers matchers = matchers().orElse(Matchers.NONE);
        Instant end = end().orElse(now);
        comments.check(form.comment(), faults);
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

    /** @return when the silence ends; nothing where that cannot be */
    Optional<Instant> end() {
        Optional<Instant> end = zone().flatMap(this::end);
        if (end.isEmpty() || !end.get().isAfter(now)) {
            faults.putIfAbsent("until", "The end must lie ahead.");
            return Optional.empty();
        }
        if (end.get().isAfter(now.plus(LONGEST))) {
            faults.put("until", "A silence lasts at most a year.");
            return Optional.empty();
        }
        return end;
    }

    Optional<ZoneId> zone() {
        try {
            return Optional.of(ZoneId.of(form.zone()));
        } catch (DateTimeException _) {
            faults.put("until", Zones.unknown(form.zone()));
            return Optional.empty();
        }
    }

    private Optional<Instant> end(ZoneId zone) {
        try {
            return Optional.of(
                    form.until().isBlank()
                            ? now.plus(Duration.parse(form.length()))
                            : LocalDateTime.parse(form.until()).atZone(zone).toInstant());
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** @return when it was begun to be read */
    Instant now() {
        return now;
    }

    Map<String, String> faults() {
        return faults;
    }
}
