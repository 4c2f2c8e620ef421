package dev.binnacle.portal.cluster;

import java.io.IOException;

/** The API server answered with an error. */
final class ApiRefusal extends IOException {

    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int GONE = 410;

    private final int status;

    /** @param words what the API server says, for the log */
    ApiRefusal(int status, String words) {
        super("The API server answered " + status + ": " + words);
        this.status = status;
    }

    int status() {
        return status;
    }
}
