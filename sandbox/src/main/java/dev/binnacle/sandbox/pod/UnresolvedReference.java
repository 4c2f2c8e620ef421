package dev.binnacle.sandbox.pod;

/** A container refers to something that is not there: {@code CreateContainerConfigError}. */
final class UnresolvedReference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnresolvedReference(String message) {
        super(message);
    }
}
