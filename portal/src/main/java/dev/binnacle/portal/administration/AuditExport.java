package dev.binnacle.portal.administration;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.SealedEntry;
import dev.binnacle.portal.web.Csv;
import dev.binnacle.portal.web.Download;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Writes entries as CSV (RFC 4180), newest first, at most 100,000 of them. */
final class AuditExport {

    static final int BATCH = 1_000;
    private static final int BATCHES = 100;

    private AuditExport() {}

    /**
     * @param file opened when the first entries are read
     * @param entries reads the batch before a number
     */
    static void write(Download.File file, LongFunction<List<SealedEntry>> entries) throws IOException {
        List<SealedEntry> found = entries.apply(Long.MAX_VALUE);
        Writer writer = file.open();
        line(writer, List.of("entry", "at", "account", "action", "environment", "target", "reason", "details", "seal"));
        for (int batch = 1; batch <= BATCHES; batch++) {
            for (SealedEntry sealed : found) {
                line(writer, values(sealed));
            }
            if (found.size() < BATCH || batch == BATCHES) {
                break;
            }
            found = entries.apply(found.getLast().number());
        }
        writer.flush();
    }

    private static List<String> values(SealedEntry sealed) {
        AuditEntry entry = sealed.entry();
        return List.of(
                Long.toString(sealed.number()),
                sealed.recordedAt().toString(),
                entry.account(),
                entry.action(),
                entry.environment() == null ? "" : entry.environment(),
                entry.target(),
                entry.reason(),
                new TreeMap<>(entry.details()).toString(),
                sealed.seal().hexadecimal());
    }

    private static void line(Writer file, List<String> values) throws IOException {
        file.write(Csv.row(values));
    }
}
