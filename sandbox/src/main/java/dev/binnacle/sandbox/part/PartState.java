package dev.binnacle.sandbox.part;

/** Where a part is on its way. */
public enum PartState {
    /** Nothing was asked of it yet, or it waits for a part that it needs. */
    WAITING,
    /** Its programs are being built for the first time. */
    BUILDING,
    /** It was started and is not ready yet. */
    STARTING,
    /** It answers. */
    RUNNING,
    /** It could not start, or it died. */
    FAILED,
    /** It was stopped on purpose. */
    STOPPED
}
