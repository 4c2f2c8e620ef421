package dev.binnacle.sandbox.program;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Go linker is told: to leave out debug information, and which version the program says it has. */
final class LinkerFlags {

    private LinkerFlags() {}

    static String kubernetes(String version) {
        var flags = new StringBuilder("-s -w");
        String[] numbers = version.split("\\.", -1);
        for (String place : List.of("k8s.io/component-base/version", "k8s.io/client-go/pkg/version")) {
            flags.append(" -X %s.gitVersion=v%s".formatted(place, version))
                    .append(" -X %s.gitMajor=%s".formatted(place, numbers[0]))
                    .append(" -X %s.gitMinor=%s".formatted(place, numbers[1]))
                    .append(" -X %s.gitTreeState=clean".formatted(place));
        }
        return flags.toString();
    }

    static String stamp(String version) {
        return "-s -w -X github.com/prometheus/common/version.Version=" + version;
    }

    /** Prometheus 3.16.0 is published as module v0.316.0. */
    static String published(String version) {
        Matcher matcher = Pattern.compile("0\\.(\\d)(\\d\\d)\\.(\\d+)").matcher(version);
        return matcher.matches()
                ? matcher.group(1) + "." + Integer.parseInt(matcher.group(2)) + "." + matcher.group(3)
                : version;
    }
}
