package dev.binnacle.sandbox.pod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** The living process of the pod of this name, where there is one. */
    static Optional<RunningProcess> find(Path folder, String namespace, String pod) {
        try (Stream<Path> files = Files.find(folder, 3, (path, attributes) -> path.endsWith(FILE))) {
            return files.filter(file -> folder.relativize(file).startsWith(podFolder(folder, file, namespace, pod)))
                    .map(RunningProcess::read)
                    .filter(process -> ProcessHandle.of(process.processId()).isPresent())
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + folder, failure);
        }
    }

    private static Path podFolder(Path folder, Path file, String namespace, String pod) {
        Path name = folder.relativize(file).getName(0);
        return name.toString().startsWith(namespace + "_" + pod + "_") ? name : Path.of("nowhere");
    }

    private static RunningProcess read(Path file) {
        try {
            List<String> parts = List.of(Files.readString(file).split(" ", -1));
            return new RunningProcess(
                    Long.parseLong(parts.get(0)), new InetSocketAddress(parts.get(1), Integer.parseInt(parts.get(2))));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
