package dev.binnacle.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Files that pages write. */
public final class Download {

    private Download() {}

    /** @return a writer in UTF-8 that fails where nobody reads any more; the response's own one goes on in silence */
    public static Writer writer(HttpServletResponse response) throws IOException {
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }
}
