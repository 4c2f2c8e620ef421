package dev.binnacle.portal.web;

/**
 * One page out of many rows.
 *
 * @param number from 1; anything outside is the first or the last page
 * @param size rows on a page, at least 1
 * @param total rows altogether, after filtering
 */
public record Paging(int number, int size, int total) {

    public Paging {
        int last = Math.max(1, Math.ceilDiv(total, size));
        number = Math.clamp(number, 1, last);
    }

    /** @return the index of the first row, from 0 */
    public int from() {
        return (number - 1) * size;
    }

    /** @return the index after the last row */
    public int to() {
        return Math.min(total, number * size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return to() < total;
    }

    /** @return "21 to 40 of 48" */
    public String says() {
        return total == 0 ? "none" : "%,d to %,d of %,d".formatted(from() + 1, to(), total);
    }
}
