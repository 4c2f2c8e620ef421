package dev.binnacle.portal.log.search;

import java.io.IOException;

/** Elasticsearch sends more than the portal is willing to hold. */
final class AnswerTooLarge extends IOException {

    AnswerTooLarge() {
        super("The answer is longer than what is held of one, or than there is room for at the moment");
    }
}
