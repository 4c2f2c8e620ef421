package dev.binnacle.sandbox.pod;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process of a pod's container, as the file {@code process} beside its logs tells other programs of this machine.
 *
 * @param address where its first declared port is served; {@code 127.0.0.1:0} where it declares none
 */
record RunningProcess(long processId, InetSocketAddress address) {

    private static final String FILE = "process";

    void writeBeside(Path log) {
        try {
            Path next = log.resolveSibling(FILE + ".next");
            Files.writeString(next, processId + " " + address.getAddress().getHostAddress() + " " + address.getPort());
            Files.move(
                    next,
                    log.resolveSibling(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write beside " + log, failure);
        }
    }

    /** The living process of the pod of this name, where there is one. Pods come and go meanwhile. */
    static Optional<RunningProcess> find(Path folder, String namespace, String pod) {
        return children(folder)
                .filter(run -> run.getFileName().toString().startsWith(namespace + "_" + pod + "_"))
                .flatMap(RunningProcess::children)
                .flatMap(container -> read(container.resolve(FILE)).stream())
                .filter(process -> ProcessHandle.of(process.processId()).isPresent())
                .findFirst();
    }

    private static Stream<Path> children(Path folder) {
        File[] children = folder.toFile().listFiles();
        return children == null ? Stream.empty() : Arrays.stream(children).map(File::toPath);
    }

    private static Optional<RunningProcess> read(Path file) {
        try {
            List<String> parts = List.of(Files.readString(file).split(" ", -1));
            return Optional.of(new RunningProcess(
                    Long.parseLong(parts.get(0)), new InetSocketAddress(parts.get(1), Integer.parseInt(parts.get(2)))));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
