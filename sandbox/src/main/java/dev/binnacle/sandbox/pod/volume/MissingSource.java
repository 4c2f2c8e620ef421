package dev.binnacle.sandbox.pod.volume;

/** What a volume is to show is not there. */
public final class MissingSource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSource(String message) {
        super(message);
    }
}
