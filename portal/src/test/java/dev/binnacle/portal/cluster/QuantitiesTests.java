package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTests {

    @ParameterizedTest
    @CsvSource({"100m, 100", "1, 1000", "0.5, 500", "1500u, 2", "2e1, 20000", "'', 0", "nonsense, 0", "1e999999999, 0"})
    void cpuIsInThousandths(String written, long millis) {
        assertThat(Quantities.cpuMillis(written)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"64Mi, 67108864", "1Gi, 1073741824", "1k, 1000", "128974848, 128974848", "129e6, 129000000", "1m, 1"})
    void memoryIsInBytes(String written, long bytes) {
        assertThat(Quantities.bytes(written)).isEqualTo(bytes);
    }

    @Test
    void whatIsBeyondALongIsTheLargestLong() {
        assertThat(Quantities.bytes("100Ei")).isEqualTo(Long.MAX_VALUE);
    }
}
