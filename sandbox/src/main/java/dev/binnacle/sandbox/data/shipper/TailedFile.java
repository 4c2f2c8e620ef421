package dev.binnacle.sandbox.data.shipper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A log file that stays open, so that it can be read to its end also after it was renamed or deleted. */
final class TailedFile implements AutoCloseable {
    private static final int CHUNK_BYTES = 256 * 1024;

    private final FileKey key;
    private final LogSource source;
    private final FileChannel channel;
    private long position;

    private TailedFile(FileKey key, LogSource source, FileChannel channel, long position) {
        this.key = key;
        this.source = source;
        this.channel = channel;
        this.position = position;
    }

    /** Opens the file where its reading ended; returns nothing while it has no first line. */
    static Optional<TailedFile> open(Path file, LogSource source, Checkpoints checkpoints) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Optional<TailedFile> opened =
                FileKey.of(file, channel).map(key -> new TailedFile(key, source, channel, checkpoints.position(key)));
        if (opened.isEmpty()) {
            channel.close();
        }
        return opened;
    }

    FileKey key() {
        return key;
    }

    LogSource source() {
        return source;
    }

    boolean atEnd() throws IOException {
        return position >= channel.size();
    }

    /** Reads on from where {@link #moveTo} was told last; at most 256 KiB. */
    Chunk read() throws IOException {
        if (atEnd()) {
            return new Chunk(List.of(), position);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, channel.size() - position));
        int length = Math.max(0, channel.read(bytes, position));
        return Chunk.parse(bytes.array(), length, position, length == CHUNK_BYTES);
    }

    void moveTo(long next) {
        position = next;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
