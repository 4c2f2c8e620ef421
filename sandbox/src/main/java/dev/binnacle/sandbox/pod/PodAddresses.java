package dev.binnacle.sandbox.pod;

import java.util.BitSet;

/**
 * Hands out pod addresses from 10.244.128.0/17. The lower half of 10.244.0.0/16 is left to pretended pods, whose
 * addresses are counted from below.
 */
final class PodAddresses {

    private static final int FIRST = 128 * 256 + 1;
    private static final int LAST = 255 * 256 + 254;

    private final BitSet taken = new BitSet();
    private int next = FIRST;

    /** An address that no running pod has; one that was given back is used again as late as possible. */
    synchronized String take() {
        for (int tried = FIRST; tried <= LAST; tried++) {
            int candidate = next;
            next = next == LAST ? FIRST : next + 1;
            if (!taken.get(candidate)) {
                taken.set(candidate);
                return "10.244.%d.%d".formatted(candidate >> 8, candidate & 0xff);
            }
        }
        throw new IllegalStateException("No pod address is left in 10.244.128.0/17");
    }

    synchronized void giveBack(String address) {
        String[] octets = address.split("\\.", -1);
        taken.clear(Integer.parseInt(octets[2]) * 256 + Integer.parseInt(octets[3]));
    }
}
