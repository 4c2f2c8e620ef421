package dev.binnacle.portal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpreadTests {

    @Property
    void skewIsTheFullestDomainMinusTheEmptiest(@ForAll("counts") int[] counts) {
        int most = Arrays.stream(counts).max().orElseThrow();
        int least = Arrays.stream(counts).min().orElseThrow();
        assertThat(spread(counts).skew()).isEqualTo(most - least);
    }

    @Property
    void anEvenPlacementIsNeverBeaten(@ForAll("counts") int[] counts) {
        Spread spread = spread(counts);
        int total = Arrays.stream(counts).sum();
        int[] even = new int[counts.length];
        for (int pod = 0; pod < total; pod++) {
            even[pod % counts.length]++;
        }
        int left = total - Arrays.stream(even).max().orElseThrow();
        assertThat(spread.leftWhenEven()).isEqualTo(left);
        assertThat(spread.left()).isLessThanOrEqualTo(left);
        assertThat(spread(even).score()).isEqualTo(100);
    }

    @Property
    void scoreIsAPercentageAndWholeOnlyWhereNothingIsBetter(@ForAll("counts") int[] counts) {
        Spread spread = spread(counts);
        assertThat(spread.score()).isBetween(0, 100);
        assertThat(spread.uneven()).isEqualTo(spread.left() != spread.leftWhenEven());
    }

    @Test
    void aDomainWithoutPodsCounts() {
        assertThat(spread(4, 2, 0).skew()).isEqualTo(4);
        assertThat(spread(4, 2).skew()).isEqualTo(2);
    }

    @Test
    void saysTheFullestFirstAndHowManyHaveNone() {
        assertThat(spread(1, 4, 0, 2).words(2)).isEqualTo("d1 4, d3 2 and 1 more, 1 with none");
        assertThat(spread(0, 0).words(3)).isEqualTo("2 with none");
    }

    @Provide
    static Arbitrary<int[]> counts() {
        return Arbitraries.integers()
                .between(0, 9)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Spread spread(int... counts) {
        Map<String, Integer> pods = new TreeMap<>();
        for (int domain = 0; domain < counts.length; domain++) {
            if (counts[domain] > 0) {
                pods.put("d" + domain, counts[domain]);
            }
        }
        return new Spread(new TreeMap<>(pods), counts.length);
    }
}
