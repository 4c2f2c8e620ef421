package dev.binnacle.sandbox.pod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a process has used, as the operating system counts it. Only Linux tells; elsewhere there is none.
 *
 * @param cpu time on a processor since the start
 * @param memoryBytes resident memory now
 */
record ProcessUsage(Duration cpu, long memoryBytes) {

    static Optional<ProcessUsage> of(long processId) {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(processId), "status"));
            Optional<Long> resident = status.stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
            Duration cpu = ProcessHandle.of(processId)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO);
            return resident.map(bytes -> new ProcessUsage(cpu, bytes));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
