package dev.binnacle.portal.web;

import java.util.HashMap;
import java.util.Map;

/** What may go on a few times at once, and fewer times for one account, so that nobody takes every place. */
public final class AccountPlaces {

    private final int all;
    private final int own;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * @param all how many places there are
     * @param own how many of them one account may have
     */
    public AccountPlaces(int all, int own) {
        this.all = all;
        this.own = own;
    }

    /** @return {@link Entry#FREE} where the account has a place from now on, which it must leave */
    public synchronized Entry enter(String account) {
        if (taken.getOrDefault(account, 0) >= own) {
            return Entry.OWN_TAKEN;
        }
        if (taken.values().stream().mapToInt(Integer::intValue).sum() >= all) {
            return Entry.ALL_TAKEN;
        }
        taken.merge(account, 1, Integer::sum);
        return Entry.FREE;
    }

    public synchronized void leave(String account) {
        taken.computeIfPresent(account, (_, places) -> places == 1 ? null : places - 1);
    }

    /** Whether there was a place, and if not, who has them. */
    public enum Entry {
        FREE,
        OWN_TAKEN,
        ALL_TAKEN
    }
}
