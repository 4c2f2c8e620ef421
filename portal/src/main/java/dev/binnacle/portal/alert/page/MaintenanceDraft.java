package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.maintenance.InvalidRecurrence;
import dev.binnacle.portal.alert.maintenance.MaintenanceRequest;
import dev.binnacle.portal.alert.maintenance.Recurrence;
import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the form of a maintenance window, and says what is wrong with it, field by field. */
final class MaintenanceDraft {

    private final MaintenanceForm form;
    private final Instant now;
    private final Comments comments;
    private final Map<String, String> faults = new TreeMap<>();

    MaintenanceDraft(MaintenanceForm form, Instant now, Comments comments) {
        this.form = form;
        this.now = now;
        this.comments = comments;
    }

    /** @return the request, or nothing where {@link #faults} tells what is wrong */
    Optional<MaintenanceRequest> request(String account) {
        Optional<Matchers> matchers = matchers();
        Optional<Recurrence> recurrence = recurrence();
        comments.check(form.comment(), faults);
        return faults.isEmpty() && matchers.isPresent() && recurrence.isPresent()
                ? Optional.of(new MaintenanceRequest(
                        MuteFields.token(form.token()),
                        account,
                        matchers.get(),
                        recurrence.get(),
                        form.comment().strip()))
                : Optional.empty();
    }

    Optional<Matchers> matchers() {
        return MuteFields.matchers(form.matchers(), faults);
    }

    Optional<Recurrence> recurrence() {
        try {
            return Optional.of(Recurrence.parse(form.cron(), form.zone(), form.length(), now));
        } catch (InvalidRecurrence invalid) {
            faults.put(invalid.field(), invalid.getMessage());
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
