package dev.binnacle.admission;

/** A request that cannot be answered as it stands; the message tells its sender why. */
final class BadRequest extends RuntimeException {
    private final int status;

    BadRequest(int status, String reason) {
        super(reason);
        this.status = status;
    }

    Answer answer() {
        return Answer.problem(status, String.valueOf(getMessage()));
    }
}
