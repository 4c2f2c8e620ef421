package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what every form that mutes has, and says what is wrong with it, field by field. */
final class MuteFields {

    private MuteFields() {}

    /** @return the matchers if Alertmanager takes them for a silence */
    static Optional<Matchers> matchers(String text, Map<String, String> faults) {
        return switch (Matchers.parse(text)) {
            case Parsed.Faulty faulty -> {
                faults.put("matchers", faulty.reason());
                yield Optional.empty();
            }
            case Matchers matchers
            when matchers.matchEverything() -> {
                faults.put(
                        "matchers",
                        "At least one matcher must ask for a label that is there: this would mute every alert.");
                yield Optional.empty();
            }
            case Matchers matchers -> Optional.of(matchers);
        };
    }

    /** @return one of its own where the form's is forged */
    static UUID token(String token) {
        try {
            return UUID.fromString(token);
        } catch (IllegalArgumentException forged) {
            return UUID.randomUUID();
        }
    }
}
