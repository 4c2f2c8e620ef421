package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.RestoredLines;
import dev.binnacle.portal.log.search.Written;
import dev.binnacle.portal.problem.Unavailable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Brings the lines of one file back, from where it was left. */
final class FileRestoring {

    private static final String GONE = "Files that were deleted from the archive meanwhile were left out.";
    private static final String GONE_MIDWAY = "A file was deleted while it was read; its lines up to there are back.";

    private final Environment environment;
    private final Restore restore;
    private final RestoreFiles.Unread file;
    private final RestoreFiles files;
    private final RestoredLines lines;
    private final LineBatch batch = new LineBatch();
    private long read;

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
        this.read = file.read();
    }

    /**
     * Returns when the file is at its end or gone, or the restore was ended or brought on by somebody else.
     *
     * @throws Unavailable where the storage or Elasticsearch fails: what was read by then is recorded
     */
    void from(Bucket bucket) {
        Optional<ResponseInputStream<GetObjectResponse>> found = bucket.open(file.key());
        if (found.isEmpty()) {
            files.done(restore.id(), file.key(), read == 0 ? GONE : GONE_MIDWAY);
            return;
        }
        try (ResponseInputStream<GetObjectResponse> object = found.get()) {
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
        long number = 0;
        try {
            TimedLines timed = new TimedLines(new LineReader(new GZIPInputStream(object, 1 << 16)), file.rotatedAt());
            for (TimedLines.Line line = timed.next(); line != null; line = timed.next()) {
                number++;
                if (number > read && isWanted(line)) {
                    batch.add(line.line().document(file.key(), number, line.at(), namespace, host), line);
                }
                if (batch.isFull() && !written(number)) {
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

    /** A line of which nobody knows when it was written may be of any time that its file can hold. */
    private boolean isWanted(TimedLines.Line line) {
        return line.isUntimed()
                || (!line.at().isBefore(restore.from()) && line.at().isBefore(restore.to()));
    }

    private boolean written(long number) {
        Written written = batch.isEmpty() ? Written.NOTHING : lines.write(environment, file.index(), batch.documents());
        boolean counted = files.advance(restore.id(), file.key(), read, number, batch.counts(written));
        batch.clear();
        read = number;
        return counted;
    }
}
