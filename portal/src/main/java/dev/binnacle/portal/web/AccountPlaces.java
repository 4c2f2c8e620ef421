package dev.binnacle.portal.web;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import java.util.HashMap;
import java.util.Map;

/** What may go on a few times at once, and fewer times for one account, so that nobody takes every place. */
public final class AccountPlaces {

    private final Bound own;
    private final Bound all;
    private final String system;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * @param own what one account may have
     * @param all what there is for all of them
     * @param system which part of the platform has no place where all are taken
     */
    public AccountPlaces(Bound own, Bound all, String system) {
        this.own = own;
        this.all = all;
        this.system = system;
    }

    /**
     * Gives the account a place, which it must leave.
     *
     * @throws Conflict where the account has as many as it may
     * @throws Unavailable where all together do
     */
    public synchronized void enter(String account) {
        if (taken.getOrDefault(account, 0) >= own.most()) {
            throw new Conflict(own.says());
        }
        if (taken.values().stream().mapToInt(Integer::intValue).sum() >= all.most()) {
            throw new Unavailable(system, all.says(), null);
        }
        taken.merge(account, 1, Integer::sum);
    }

    public synchronized void leave(String account) {
        taken.computeIfPresent(account, (_, places) -> places == 1 ? null : places - 1);
    }

    /**
     * How many places there are.
     *
     * @param refusal what is said where they are taken, with {@code %d} for their number
     */
    public record Bound(int most, String refusal) {
        String says() {
            return refusal.formatted(most);
        }
    }
}
