package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.maintenance.MaintenanceWindow;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a maintenance window holds, as it was typed.
 *
 * @param length as ISO 8601 has it, "PT2H"
 * @param window the id of the one that is changed; null for a new one
 * @param version of it that was looked at
 * @param token makes a form that is sent twice one request
 */
record MaintenanceForm(
        String matchers,
        String cron,
        String zone,
        String length,
        String comment,
        @Nullable Long window,
        Integer version,
        String token) {

    private static final String USUAL_CRON = "0 22 * * SAT";

    MaintenanceForm(
            @Nullable String matchers,
            @Nullable String cron,
            @Nullable String zone,
            @Nullable String length,
            @Nullable String comment,
            @Nullable Long window,
            @Nullable Integer version,
            @Nullable String token) {
        this.matchers = matchers == null ? "" : matchers;
        this.cron = cron == null ? USUAL_CRON : cron;
        this.zone = zone == null ? "" : zone;
        this.length = length == null ? SilenceForm.USUAL_LENGTH : length;
        this.comment = comment == null ? "" : comment;
        this.window = window;
        this.version = version == null ? 0 : version;
        this.token = token == null || token.isBlank() ? UUID.randomUUID().toString() : token;
    }

    /** @return the same in the reader's zone where it names none */
    MaintenanceForm in(ZoneId reader) {
        return zone.isEmpty()
                ? new MaintenanceForm(matchers, cron, reader.getId(), length, comment, window, version, token)
                : this;
    }

    /** @return what changes a window, as it stands */
    static MaintenanceForm changing(MaintenanceWindow standing) {
        return new MaintenanceForm(
                standing.matchers().toString(),
                standing.recurrence().cron(),
                standing.recurrence().zone().getId(),
                standing.recurrence().length().toString(),
                standing.comment(),
                standing.id(),
                standing.version(),
                UUID.randomUUID().toString());
    }
}
