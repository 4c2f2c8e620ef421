package dev.binnacle.portal.cluster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Reads amounts as Kubernetes writes them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
final class Quantities {

    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Quantities() {}

    /** @return thousandths of a CPU, rounded up as the scheduler does; 0 for what is not a quantity */
    static long cpuMillis(String written) {
        return whole(amount(written).movePointRight(3));
    }

    /** @return bytes, or a count, rounded up; 0 for what is not a quantity */
    static long bytes(String written) {
        return whole(amount(written));
    }

    /** @return requests or limits of a container, or of a node */
    static Resources resources(Item amounts, Interner interner) {
        Resources read = new Resources(cpuMillis(amounts.written("cpu")), bytes(amounts.written("memory")));
        return read.equals(Resources.NONE) ? Resources.NONE : interner.same(read);
    }

    static BigDecimal amount(String written) {
        int end = written.length();
        while (end > 0 && Character.isLetter(written.charAt(end - 1))) {
            end--;
        }
        BigDecimal factor = FACTORS.get(written.substring(end));
        try {
            if (factor == null || end == 0 || written.length() > 40) {
                return written.length() > 40 ? BigDecimal.ZERO : exponent(written);
            }
            return exponent(written.substring(0, end)).multiply(factor);
        } catch (NumberFormatException malformed) {
            return BigDecimal.ZERO;
        }
    }

    private static BigDecimal exponent(String written) {
        BigDecimal read = written.isEmpty() ? BigDecimal.ZERO : new BigDecimal(written);
        return Math.abs(read.scale()) > 30 ? BigDecimal.ZERO : read;
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING)
                .min(MOST)
                .max(MOST.negate())
                .longValue();
    }
}
