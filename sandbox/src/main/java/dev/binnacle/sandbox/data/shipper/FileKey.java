package dev.binnacle.sandbox.data.shipper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells log files apart over renaming: the inode, and the time in the first line, since inodes are used again.
 *
 * @param firstTime in RFC 3339
 */
record FileKey(long inode, String firstTime) {
    private static final int LONGEST_TIME = 64;

    /** Returns nothing while the file has no beginning that can be read. */
    static Optional<FileKey> of(Path file, FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LONGEST_TIME);
        channel.read(start, 0);
        String text = new String(start.array(), 0, start.position(), StandardCharsets.US_ASCII);
        int space = text.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        Number inode = (Number) Files.getAttribute(file, "unix:ino");
        return Optional.of(new FileKey(inode.longValue(), text.substring(0, space)));
    }

    static FileKey parse(String text) {
        int at = text.indexOf('@');
        return new FileKey(Long.parseLong(text.substring(0, at)), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return inode + "@" + firstTime;
    }
}
