package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.RestoredLines;
import dev.binnacle.portal.log.search.RestoredLines.Document;
import dev.binnacle.portal.problem.Unavailable;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Brings the lines of one file back, from where it was left. */
final class FileRestoring {

    private static final int LINES_AT_ONCE = 1_000;
    private static final int CHARACTERS_AT_ONCE = 2_000_000;

    private final Environment environment;
    private final Restore restore;
    private final RestoreFiles.Unread file;
    private final RestoreFiles files;
    private final RestoredLines lines;
    private final List<Document> waiting = new ArrayList<>();
    private int characters;

    FileRestoring(
            Environment environment,
            Restore restore,
            RestoreFiles.Unread file,
            RestoreFiles files,
            RestoredLines lines) {
        this.environment = environment;
        this.restore = restore;
        this.file = file;
        this.files = files;
        this.lines = lines;
    }

    /**
     * Returns when the file is at its end, or the restore was ended by somebody.
     *
     * @throws Unavailable where the storage or Elasticsearch fails: what was read by then is recorded
     */
    void from(Bucket bucket) {
        try (ResponseInputStream<GetObjectResponse> object = bucket.open(file.key())) {
            String namespace = object.response().metadata().getOrDefault("namespace", "");
            String host = object.response().metadata().getOrDefault("host", "");
            if (!environment.covers(namespace)) {
                object.abort();
                files.done(restore.id(), file.key(), "Files of namespaces out of scope were left out.");
                return;
            }
            lines.prepare(environment, file.index());
            read(object, namespace, host);
        } catch (IOException | AbortedException failure) {
            throw new Unavailable("Archive", "The archive broke off in the middle of a file.", failure);
        }
    }

    private void read(ResponseInputStream<GetObjectResponse> object, String namespace, String host) throws IOException {
        Instant last = Instant.EPOCH;
        long number = 0;
        try {
            LineReader reader = new LineReader(new GZIPInputStream(object, 1 << 16));
            for (String text = reader.next(); text != null; text = reader.next()) {
                number++;
                ArchivedLine line = ArchivedLine.of(text);
                // A line without a time of its own, as of a stack trace, belongs to the one before it.
                last = line.at().orElse(last);
                if (number > file.read() && isWanted(last)) {
                    waiting.add(line.document(file.key(), number, last, namespace, host));
                    characters += text.length();
                }
                boolean full = waiting.size() >= LINES_AT_ONCE || characters >= CHARACTERS_AT_ONCE;
                if (full && !written(number)) {
                    object.abort();
                    return;
                }
            }
        } catch (ZipException | EOFException broken) {
            ended(number, "A file is damaged; its lines up to there are back.");
            return;
        }
        ended(number, "");
    }

    private void ended(long number, String note) {
        if (written(number)) {
            files.done(restore.id(), file.key(), note);
        }
    }

    private boolean isWanted(Instant at) {
        return !at.isBefore(restore.from()) && at.isBefore(restore.to());
    }

    private boolean written(long number) {
        int kept = waiting.isEmpty() ? 0 : lines.write(environment, file.index(), waiting);
        waiting.clear();
        characters = 0;
        return files.advance(restore.id(), file.key(), number, kept);
    }
}
