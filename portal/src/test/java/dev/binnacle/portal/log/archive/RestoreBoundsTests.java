package dev.binnacle.portal.log.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreBoundsTests {

    @Test
    void soManyFilesAreBroughtBackAtOnce() {
        RestoreBounds bounds = new RestoreBounds(5_000);

        assertThat(bounds.excess(files(5_000, 1))).isEmpty();
        assertThat(bounds.excess(files(5_001, 1)))
                .isEqualTo("At most 5,000 files are brought back at once: choose a shorter time.");
    }

    @Test
    void asManyFilesAsAreLookedAtMayNotBeAll() {
        assertThat(new RestoreBounds(1_000_000).excess(files(Bucket.MOST, 1)))
                .isEqualTo("At most 9,999 files are brought back at once: choose a shorter time.");
    }

    @Test
    void soManyBytesAreBroughtBackAtOnce() {
        RestoreBounds bounds = new RestoreBounds(5_000);

        assertThat(bounds.excess(files(20, 1L << 30))).isEmpty();
        assertThat(bounds.excess(files(21, 1L << 30)))
                .isEqualTo("At most 20 GiB are brought back at once: choose a shorter time.");
    }

    private static List<ArchivedFile> files(int count, long bytes) {
        return Collections.nCopies(count, new ArchivedFile("key", "series", Instant.EPOCH, bytes));
    }
}
