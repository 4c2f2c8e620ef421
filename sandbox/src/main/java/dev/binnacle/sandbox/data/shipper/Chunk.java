package dev.binnacle.sandbox.data.shipper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.binnacle.sandbox.pod.log.LogEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records in a part of a log file.
 *
 * @param records those that are complete, in the order of their ends
 * @param next from where to read on: before anything that is not complete, so that some records may come again
 */
record Chunk(List<LogRecord> records, long next) {

    /**
     * @param start where the bytes stand in the file
     * @param full whether more bytes follow, so that what is not complete cannot wait for the rest
     */
    static Chunk parse(byte[] bytes, int length, long start, boolean full) {
        Map<String, LogRecord> open = new LinkedHashMap<>();
        List<LogRecord> records = new ArrayList<>();
        int lineStart = 0;
        for (int position = 0; position < length; position++) {
            if (bytes[position] != '\n') {
                continue;
            }
            long offset = start + lineStart;
            LogEntry.parse(new String(bytes, lineStart, position - lineStart, UTF_8))
                    .ifPresent(line -> {
                        LogRecord record = joined(open.remove(line.stream().label()), line, offset);
                        if (line.complete()) {
                            records.add(record);
                        } else {
                            open.put(line.stream().label(), record);
                        }
                    });
            lineStart = position + 1;
        }
        long end = start + lineStart;
        long waiting = open.values().stream().mapToLong(LogRecord::offset).min().orElse(end);
        if (waiting > start || !full) {
            return new Chunk(records, waiting);
        }
        records.addAll(open.values());
        return new Chunk(records, lineStart == 0 ? start + length : end);
    }

    private static LogRecord joined(@Nullable LogRecord begun, LogEntry line, long offset) {
        return begun == null
                ? new LogRecord(line.time().toString(), line.stream().label(), line.text(), offset)
                : new LogRecord(begun.time(), begun.stream(), begun.text() + line.text(), begun.offset());
    }
}
