package dev.binnacle.sandbox.pod.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder whose files change all at once, as a kubelet has it: they lie in a folder of their own, each is reached by a
 * link through {@code ..data}, and that link is turned to a new folder in one step.
 */
final class VolumeFolder {

    private static final String DATA = "..data";

    private final Path folder;
    private Map<String, byte[]> shown = Map.of();

    VolumeFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Shows these files, by their path in the folder, and no others. Returns at once where nothing has changed. */
    synchronized void show(Map<String, byte[]> files) throws IOException {
        if (Files.exists(folder.resolve(DATA)) && same(files)) {
            return;
        }
        Files.createDirectories(folder);
        Path before = Files.exists(folder.resolve(DATA)) ? folder.resolve(DATA).toRealPath() : folder.resolve("..none");
        Path next = Files.createTempDirectory(folder, "..");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = next.resolve(file.getKey()).normalize();
            if (!target.startsWith(next)) {
                throw new IOException("The path " + file.getKey() + " leaves its volume");
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Path link = folder.resolve("..data_next");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, next.getFileName());
        Files.move(link, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        shown = Map.copyOf(files);
        relink();
        delete(before);
    }

    private boolean same(Map<String, byte[]> files) {
        return shown.keySet().equals(files.keySet())
                && files.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), shown.get(file.getKey())));
    }

    private void relink() throws IOException {
        List<String> wanted = shown.keySet().stream()
                .map(path -> Path.of(path).getName(0).toString())
                .distinct()
                .toList();
        try (Stream<Path> links = Files.list(folder)) {
            for (Path link : links.filter(Files::isSymbolicLink).toList()) {
                String name = link.getFileName().toString();
                if (!name.equals(DATA) && !wanted.contains(name)) {
                    Files.delete(link);
                }
            }
        }
        for (String name : wanted) {
            if (!Files.isSymbolicLink(folder.resolve(name))) {
                Files.createSymbolicLink(folder.resolve(name), Path.of(DATA, name));
            }
        }
    }

    /** Deletes the folder and all that lies in it. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
