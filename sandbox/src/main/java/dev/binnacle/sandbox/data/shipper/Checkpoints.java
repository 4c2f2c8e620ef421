package dev.binnacle.sandbox.data.shipper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Up to where each file is in Elasticsearch. Kept in a file that is replaced in one step. */
final class Checkpoints {
    private final Path file;
    private final Map<FileKey, Long> positions = new HashMap<>();

    /** Goes on from what the file says, if it exists. */
    Checkpoints(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                positions.put(FileKey.parse(line.substring(0, space)), Long.parseLong(line.substring(space + 1)));
            }
        }
    }

    long position(FileKey key) {
        return positions.getOrDefault(key, 0L);
    }

    void put(FileKey key, long position) {
        positions.put(key, position);
    }

    /** Forgets files that are gone. */
    void retain(Set<FileKey> keys) {
        positions.keySet().retainAll(keys);
    }

    void save() throws IOException {
        List<String> lines = positions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .toList();
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
