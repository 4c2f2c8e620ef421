package dev.binnacle.sandbox.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The platform's rules for a person who does not wait: ranges of five minutes become one, and each minute that a state
 * must last becomes five seconds. Expressions, names and thresholds stay as they are.
 */
final class HurriedRules {
    private static final Pattern LASTS = Pattern.compile("(?m)^(\\s+for: )(\\d+)m$");
    private static final int SECONDS_A_MINUTE = 5;

    private HurriedRules() {}

    static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("echo.yaml"), hurried(Template.read("rules/echo.yaml")));
    }

    static String hurried(String rules) {
        return LASTS.matcher(rules.replace("[5m]", "[1m]")).replaceAll(HurriedRules::seconds);
    }

    private static String seconds(MatchResult lasts) {
        return lasts.group(1) + Integer.parseInt(lasts.group(2)) * SECONDS_A_MINUTE + "s";
    }
}
