package dev.binnacle.portal.audit;

/** The append-only record of who did what. */
public interface AuditTrail {

    /**
     * Appends an entry in the caller's transaction, so that a change and its entry are kept together or not at all.
     *
     * @throws dev.binnacle.portal.problem.Unavailable when the entry cannot be written: the change must not happen
     */
    void record(AuditEntry entry);
}
