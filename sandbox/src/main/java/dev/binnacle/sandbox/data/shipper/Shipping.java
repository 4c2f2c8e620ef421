package dev.binnacle.sandbox.data.shipper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One shipper's work: finds log files below a folder, reads on in each, stores what it read, remembers the place. */
final class Shipping implements AutoCloseable {
    private static final int MOST_DOCUMENTS = 2_000;
    private static final int MOST_FILES = 4_000;
    /** Rounds to wait for a pod's labels before its lines go without. */
    private static final int PATIENCE = 20;

    private final Path folder;
    private final Function<String, Optional<PodDescription>> pods;
    private final LogIndex index;
    private final Checkpoints checkpoints;
    private final SequencedMap<FileKey, TailedFile> files = new LinkedHashMap<>();
    private final Map<FileKey, Integer> waited = new LinkedHashMap<>();

    /** @param pods descriptions by uid */
    Shipping(Path folder, Function<String, Optional<PodDescription>> pods, LogIndex index, Checkpoints checkpoints) {
        this.folder = folder;
        this.pods = pods;
        this.index = index;
        this.checkpoints = checkpoints;
    }

    /**
     * Ships one batch.
     *
     * @return whether more is waiting
     * @throws IOException where nothing of the batch counts as shipped; the next round tries again
     */
    boolean round() throws IOException, InterruptedException {
        discover();
        List<LogDocument> documents = new ArrayList<>();
        Map<TailedFile, Long> places = new LinkedHashMap<>();
        for (TailedFile file : files.values()) {
            if (documents.size() >= MOST_DOCUMENTS) {
                break;
            }
            Optional<PodDescription> pod = describe(file);
            if (pod.isPresent()) {
                Chunk chunk = file.read();
                chunk.records().forEach(line -> documents.add(LogDocument.of(line, file.source(), pod.get())));
                places.put(file, chunk.next());
            }
        }
        if (!documents.isEmpty()) {
            index.store(documents);
        }
        boolean moved = commit(places);
        return moved && documents.size() >= MOST_DOCUMENTS;
    }

    private boolean commit(Map<TailedFile, Long> places) throws IOException {
        boolean moved = false;
        for (Map.Entry<TailedFile, Long> place : places.entrySet()) {
            FileKey key = place.getKey().key();
            moved |= checkpoints.position(key) != place.getValue();
            place.getKey().moveTo(place.getValue());
            checkpoints.put(key, place.getValue());
            files.putLast(key, place.getKey());
        }
        if (moved) {
            checkpoints.save();
        }
        return moved;
    }

    private Optional<PodDescription> describe(TailedFile file) {
        Optional<PodDescription> known = pods.apply(file.source().uid());
        if (known.isPresent() || waited.merge(file.key(), 1, Integer::sum) < PATIENCE) {
            return known;
        }
        return Optional.of(PodDescription.UNKNOWN);
    }

    private void discover() throws IOException {
        Set<FileKey> present = new HashSet<>();
        for (Path path : listed()) {
            Optional<LogSource> source = LogSource.of(folder, path);
            if (source.isPresent()) {
                open(path, source.get()).ifPresent(present::add);
            }
        }
        for (TailedFile file : List.copyOf(files.values())) {
            if (!present.contains(file.key()) && file.atEnd()) {
                files.remove(file.key());
                waited.remove(file.key());
                file.close();
            }
        }
        checkpoints.retain(files.keySet());
    }

    private Optional<FileKey> open(Path path, LogSource source) throws IOException {
        try {
            Optional<TailedFile> opened = TailedFile.open(path, source, checkpoints);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            TailedFile file = opened.get();
            if (files.size() >= MOST_FILES || files.putIfAbsent(file.key(), file) != null) {
                file.close();
            }
            return Optional.of(file.key());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> walk = Files.find(folder, 3, (path, facts) -> facts.isRegularFile())) {
            return walk.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        for (TailedFile file : files.values()) {
            file.close();
        }
        files.clear();
    }
}
