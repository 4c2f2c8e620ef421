package dev.binnacle.sandbox.data.shipper;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which container wrote a log file, as its path {@code <namespace>_<pod>_<uid>/<container>/<restart>.log} says. */
record LogSource(String namespace, String pod, String uid, String container) {
    private static final Pattern POD = Pattern.compile("([^_]+)_([^_]+)_([^_]+)");
    private static final Pattern FILE = Pattern.compile("[0-9]+\\.log(\\..*)?");

    /** @param file below the folder of all pods' logs */
    static Optional<LogSource> of(Path folder, Path file) {
        Path relative = folder.relativize(file);
        if (relative.getNameCount() != 3
                || !FILE.matcher(relative.getName(2).toString()).matches()) {
            return Optional.empty();
        }
        Matcher pod = POD.matcher(relative.getName(0).toString());
        return pod.matches()
                ? Optional.of(new LogSource(
                        pod.group(1),
                        pod.group(2),
                        pod.group(3),
                        relative.getName(1).toString()))
                : Optional.empty();
    }
}
