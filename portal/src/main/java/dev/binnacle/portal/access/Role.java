package dev.binnacle.portal.access;

/** What an account may do in an environment, each including the ones before it. */
public enum Role {
    /** Reads every page. */
    VIEWER,
    /** Also changes what runs: operations, silences. */
    OPERATOR,
    /** Also edits environments and accounts. */
    ADMINISTRATOR;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
