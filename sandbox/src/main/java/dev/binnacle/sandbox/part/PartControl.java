package dev.binnacle.sandbox.part;

/** Starts and stops parts by name, in this process or in another one. */
public interface PartControl {

    /** Returns when the part runs; starts it, and what it needs, where that has not happened. */
    void require(String part);

    /** Stops the part on purpose; parts that need it stay as they are. */
    void stop(String part);

    /** Starts a part that was stopped; returns when it is ready. */
    void start(String part);

    /** Restarts one process of a part, such as the API server, under the same address; returns when it answers. */
    void restart(String part, String process);

    Addresses addresses();
}
