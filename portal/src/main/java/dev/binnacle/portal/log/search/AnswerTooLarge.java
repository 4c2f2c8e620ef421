package dev.binnacle.portal.log.search;

import java.io.IOException;

/** Elasticsearch sends more than the portal is willing to hold. */
final class AnswerTooLarge extends IOException {

    AnswerTooLarge(long maxBytes) {
        super("The answer is longer than " + maxBytes + " bytes");
    }
}
