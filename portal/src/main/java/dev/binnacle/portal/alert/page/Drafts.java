package dev.binnacle.portal.alert.page;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Begins to read the forms of what mutes, at the time that it is. */
@Component
class Drafts {

    private final Comments comments;
    private final Clock clock;

    Drafts(Comments comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    SilenceDraft of(SilenceForm form) {
        return new SilenceDraft(form, clock.instant(), comments);
    }

    MaintenanceDraft of(MaintenanceForm form) {
        return new MaintenanceDraft(form, clock.instant(), comments);
    }

    /** @return what the field of a comment is called */
    String commentLabel() {
        return comments.label();
    }
}
