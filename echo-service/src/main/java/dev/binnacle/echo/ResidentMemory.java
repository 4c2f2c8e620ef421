package dev.binnacle.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The resident set of this process as Linux counts it. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** Returns not-a-number where the system does not tell. */
    static double bytes() {
        try {
            return bytes(Files.readAllLines(STATUS));
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static double bytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(FIELD))
                .map(line -> line.substring(FIELD.length()).replace("kB", "").strip())
                .mapToDouble(kibibytes -> Double.parseDouble(kibibytes) * 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
