package dev.binnacle.portal.alert.page;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the comment of everything that mutes must hold: a reason, and a ticket where an administrator wants one. */
@Component
class Comments {

    private static final int LONGEST = 1000;

    private final String ticket;
    private final Pattern asked;

    /** @param ticket what a ticket looks like, as an RE2 expression; empty where none is wanted */
    Comments(@Value("${binnacle.alerts.ticket:}") String ticket) {
        this.ticket = ticket;
        try {
            asked = Pattern.compile(ticket);
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(
                    "BINNACLE_ALERTS_TICKET is no regular expression as RE2 has them: " + invalid.getMessage(),
                    invalid);
        }
    }

    void check(String comment, Map<String, String> faults) {
        if (comment.isBlank()) {
            faults.put("comment", "Say why, and who will lift it.");
        } else if (comment.length() > LONGEST) {
            faults.put("comment", "At most " + LONGEST + " characters.");
        } else if (!asked.matcher(comment).find()) {
            faults.put("comment", "Name a ticket, too: " + ticket + " must match a part of the comment.");
        }
    }

    /** @return what the field is called */
    String label() {
        return ticket.isEmpty() ? "Comment, required" : "Comment with a ticket, required";
    }
}
