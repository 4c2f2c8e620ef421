package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.web.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that is being written; it is opened when its first lines are there. */
final class ExportWriting {

    private final Search search;
    private final ExportFormat format;
    private final Download.File file;
    private @Nullable Writer opened;

    ExportWriting(Search search, ExportFormat format, Download.File file) {
        this.search = search;
        this.format = format;
        this.file = file;
    }

    boolean begun() {
        return opened != null;
    }

    void take(List<Line> lines) {
        try {
            Writer writer = open();
            for (Line line : lines) {
                writer.write(format.line(line, search.columns()));
            }
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void end(String mark) throws IOException {
        Writer writer = open();
        if (!mark.isEmpty()) {
            writer.write(format.mark(mark));
        }
        writer.flush();
    }

    private Writer open() throws IOException {
        Writer writer = opened;
        if (writer == null) {
            writer = file.open();
            writer.write(format.head(search.columns()));
            opened = writer;
        }
        return writer;
    }
}
