package dev.binnacle.portal.log.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8, each cut at 1 MiB; what is not UTF-8 becomes U+FFFD. */
final class LineReader implements Closeable {

    private static final int LONGEST = 1 << 20;
    private static final String CUT = " … (cut)";

    private final InputStream input;

    LineReader(InputStream input) {
        this.input = new BufferedInputStream(input, 1 << 16);
    }

    /** @return null at the end */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean cut = false;
        int read = input.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            cut |= line.size() == LONGEST;
            if (!cut) {
                line.write(read);
            }
            read = input.read();
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing() + (cut ? CUT : "");
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
