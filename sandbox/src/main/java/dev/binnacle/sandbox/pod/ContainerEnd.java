package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.log.LogQuery;
import dev.binnacle.sandbox.pod.log.LogReader;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** How a run ended, as the container's status says it. */
record ContainerEnd(ContainerRun run, int exitCode, boolean outOfMemory, Instant at) {

    private static final int LONGEST_MESSAGE = 2048;
    private static final int MESSAGE_LINES = 80;
    private static final int LONGEST_WAIT_MILLIS = 500;

    ContainerStateTerminated terminated() throws InterruptedException {
        return new ContainerStateTerminatedBuilder()
                .withContainerID(run.containerId())
                .withExitCode(exitCode)
                .withReason(outOfMemory ? "OOMKilled" : exitCode == 0 ? "Completed" : "Error")
                .withMessage(message().orElse(null))
                .withStartedAt(Timestamps.seconds(run.startedAt()))
                .withFinishedAt(Timestamps.seconds(at))
                .build();
    }

    /** The end of the log, where the container asks for that. Its outputs may close a little after the process. */
    private Optional<String> message() throws InterruptedException {
        boolean fromLog = "FallbackToLogsOnError".equals(run.container().getTerminationMessagePolicy());
        if (!fromLog || exitCode == 0) {
            return Optional.empty();
        }
        LogQuery tail = new LogQuery(false, false, MESSAGE_LINES, -1, Optional.empty(), Optional.empty());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            awaitLog();
            new LogReader(run.log().file(), tail).copyTo(lines, () -> true);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        String text = lines.toString(StandardCharsets.UTF_8);
        return Optional.of(text.substring(Math.max(0, text.length() - LONGEST_MESSAGE)))
                .filter(message -> !message.isEmpty());
    }

    private void awaitLog() throws InterruptedException {
        for (int waited = 0; !run.log().ended() && waited < LONGEST_WAIT_MILLIS; waited += 20) {
            Thread.sleep(20);
        }
    }
}
