package dev.binnacle.portal.log.search;

import java.io.IOException;
import java.time.Duration;

/** The whole answer was not there in time; its connection was closed, which also stops the search. */
final class TookTooLong extends IOException {

    TookTooLong(Duration deadline) {
        super("No complete answer within " + deadline);
    }
}
