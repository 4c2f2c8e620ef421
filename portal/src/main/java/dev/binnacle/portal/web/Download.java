package dev.binnacle.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Files that pages write. */
public final class Download {

    private Download() {}

    /** Opens a file; until then, an answer that says what failed can still be given. */
    public interface File {
        Writer open() throws IOException;
    }

    /**
     * @return a writer in UTF-8, to be flushed at the end, that fails where nobody reads any more; the response's own one
     *     goes on in silence
     */
    public static Writer writer(HttpServletResponse response) throws IOException {
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }
}
