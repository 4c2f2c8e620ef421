package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.web.Amounts;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much is brought back at once: 20 GiB packed, and so many files. */
@Component
class RestoreBounds {

    private static final long MOST_BYTES = 20L << 30;

    private final int mostFiles;

    /** @param mostFiles fewer than are looked at, since there may be more of those in the archive */
    RestoreBounds(@Value("${binnacle.logs.archive-files:5000}") int mostFiles) {
        this.mostFiles = Math.min(mostFiles, Bucket.MOST - 1);
    }

    /** @return why the files are not brought back at once; empty where they are */
    String excess(List<ArchivedFile> files) {
        if (files.size() > mostFiles) {
            return "At most %s are brought back at once: choose a shorter time."
                    .formatted(Amounts.count(mostFiles, "file"));
        }
        return Archives.bytes(files) > MOST_BYTES
                ? "At most 20 GiB are brought back at once: choose a shorter time."
                : "";
    }
}
