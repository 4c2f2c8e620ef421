package dev.binnacle.sandbox.program;

import dev.binnacle.sandbox.part.PartFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code go} command of this machine.
 *
 * @param version what it says about itself, such as {@code 1.26.8}
 */
public record Go(Path command, String version) {
    private static final Pattern VERSION = Pattern.compile("go version go(\\d+)\\.(\\d+)\\S*");
    /** From 1.21 on, Go fetches the exact release that a module names. */
    private static final int OLDEST_MINOR = 21;

    /**
     * Looks on the path and in the usual places.
     *
     * @param purpose what it is needed for, in the message when it is not there or too old
     */
    public static Go find(String purpose) throws InterruptedException {
        return find(purpose, candidates());
    }

    static Go find(String purpose, List<Path> candidates) throws InterruptedException {
        for (Path candidate : candidates) {
            if (Files.isExecutable(candidate)) {
                return check(candidate, purpose);
            }
        }
        throw new PartFailure(
                "Go is missing and " + purpose + " is built with it once: install Go 1.21 or newer and put"
                        + " it on the PATH, or set KUBECONFIG to use a cluster of yours.");
    }

    private static Go check(Path candidate, String purpose) throws InterruptedException {
        String answer = ask(candidate);
        Matcher matcher = VERSION.matcher(answer);
        if (!matcher.find()) {
            throw new PartFailure(candidate + " does not say which Go it is: install Go 1.21 or newer.");
        }
        int minor = Integer.parseInt(matcher.group(2));
        if (matcher.group(1).equals("1") && minor < OLDEST_MINOR) {
            throw new PartFailure("%s is Go 1.%d, too old to build %s: install Go 1.%d or newer."
                    .formatted(candidate, minor, purpose, OLDEST_MINOR));
        }
        return new Go(candidate, matcher.group(1) + "." + minor);
    }

    private static String ask(Path candidate) throws InterruptedException {
        var builder = new ProcessBuilder(candidate.toString(), "version").redirectErrorStream(true);
        builder.environment().put("GOTOOLCHAIN", "local");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readNBytes(1000), StandardCharsets.UTF_8);
            process.waitFor();
            return answer.toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new PartFailure(candidate + " cannot be run: install Go 1.21 or newer.", e);
        }
    }

    private static List<Path> candidates() {
        var places = new ArrayList<Path>();
        String path = System.getenv("PATH");
        if (path != null) {
            for (String place : path.split(Pattern.quote(File.pathSeparator), -1)) {
                places.add(Path.of(place));
            }
        }
        places.add(Path.of("/usr/local/go/bin"));
        places.add(Path.of("/usr/lib/go/bin"));
        places.add(Path.of("/opt/homebrew/bin"));
        return places.stream().map(place -> place.resolve("go")).toList();
    }
}
