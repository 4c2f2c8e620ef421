package dev.binnacle.portal.workload;

import dev.binnacle.portal.web.ReadableText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a container's log, each cut at 16 KiB. What a terminal or a browser would act on is gone from them, or
 * shown as signs.
 */
final class LogLines implements Closeable {

    private static final int LONGEST = 16 * 1024;

    private final InputStream log;

    LogLines(InputStream log) {
        this.log = new BufferedInputStream(log);
    }

    /** @return null at the end */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = log.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < LONGEST) {
                line.write(next);
            }
            next = log.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return ReadableText.written(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text)
                + (line.size() >= LONGEST ? " …" : "");
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
