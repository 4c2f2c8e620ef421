package dev.binnacle.sandbox.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.part.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The scripts in {@code deploy/webhook}, run with the sandbox's own kubectl. */
final class Scripts {

    private static final int LIMIT_SECONDS = 60;

    private final Path kubectl;

    /** @param folder for the kubeconfig and what stands for kubectl */
    Scripts(Path folder) throws IOException {
        Path kubeconfig = Files.writeString(
                folder.resolve("kubeconfig"), Sandbox.shared().kubernetes().kubeconfig());
        kubectl = Files.writeString(
                folder.resolve("kubectl"),
                "#!/bin/sh\nexec '%s' kubectl --kubeconfig '%s' \"$@\"\n".formatted(binary(), kubeconfig));
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwx------"));
    }

    Ended run(String script, String namespace) throws IOException, InterruptedException {
        Path path = RepositoryFolder.find(Path.of("deploy", "webhook", script)).orElseThrow();
        ProcessBuilder builder = new ProcessBuilder(path.toString(), namespace).redirectErrorStream(true);
        builder.environment().put("KUBECTL", kubectl.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(script + " did not end: " + output);
        }
        return new Ended(process.exitValue(), output);
    }

    /** kubectl is in the same binary as the API server, which runs. */
    private static String binary() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(process -> process.arguments()
                        .filter(arguments -> Arrays.asList(arguments).indexOf("kube-apiserver") == 0)
                        .isPresent())
                .flatMap(process -> process.command().stream())
                .findFirst()
                .orElseThrow();
    }

    record Ended(int status, String output) {}
}
