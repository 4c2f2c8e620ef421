package dev.binnacle.sandbox.pod.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the logs of pods lie: {@code <folder>/<namespace>_<pod>_<uid>/<container>/<restart>.log}, as a kubelet has it. */
public final class PodLogs {

    private static final int KEPT_RUNS = 2;

    private final Path folder;

    public PodLogs(Path folder) {
        this.folder = folder;
    }

    /** The file of one run of a container, whether or not it exists. */
    public Path file(String namespace, String pod, String uid, String container, int restart) {
        return podFolder(namespace, pod, uid).resolve(container).resolve(restart + ".log");
    }

    /** Deletes the logs of all runs but the current and the previous one. */
    public void forgetBefore(Path current, int restart) {
        for (int old = restart - KEPT_RUNS; old >= 0; old--) {
            Path file = current.resolveSibling(old + ".log");
            delete(ContainerLog.rotated(file));
            if (!delete(file)) {
                return;
            }
        }
    }

    /** Deletes all logs of a pod that is gone. */
    public void forget(String namespace, String pod, String uid) {
        Path gone = podFolder(namespace, pod, uid);
        if (!Files.exists(gone)) {
            return;
        }
        try (Stream<Path> files = Files.walk(gone)) {
            files.sorted(Comparator.reverseOrder()).forEach(PodLogs::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot delete the logs in " + gone, failure);
        }
    }

    private Path podFolder(String namespace, String pod, String uid) {
        return folder.resolve(namespace + "_" + pod + "_" + uid);
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot delete " + file, failure);
        }
    }
}
