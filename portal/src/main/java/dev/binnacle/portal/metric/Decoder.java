package dev.binnacle.portal.metric;

import java.io.IOException;
import java.io.InputStream;

/** Makes a value of an answer's body as it arrives, so that a large one is never held whole. */
@FunctionalInterface
public interface Decoder<T> {

    /**
     * @param body cut off at the endpoint's bound; closed by the caller
     * @throws tools.jackson.core.JacksonException where it is not what was expected
     */
    T decode(InputStream body) throws IOException;
}
