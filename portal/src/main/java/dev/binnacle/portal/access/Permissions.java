package dev.binnacle.portal.access;

/**
 * What the account of the current request may do. Routes are guarded by the security filter chain already; pages ask
 * here what to list, which buttons to disable, and who is acting.
 */
public interface Permissions {

    /** @return the name of the signed-in account, for pages, operations and audit entries */
    String account();

    /**
     * @param environment the environment's name
     * @return whether the account holds the role, or one that includes it, in that environment
     */
    boolean holds(Role role, String environment);

    /** @return whether the account is an administrator of everything */
    boolean administers();
}
