package dev.binnacle.archive;

/** The storage did not take a file, or cannot show it; the file stays and is tried again. */
final class StorageFailure extends Exception {
    StorageFailure(String reason) {
        super(reason);
    }

    StorageFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
