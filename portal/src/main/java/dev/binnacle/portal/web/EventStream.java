package dev.binnacle.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Server-sent events as an answer. */
public final class EventStream {

    private EventStream() {}

    /** @return where to write them; no proxy holds them back, and nobody keeps them */
    public static OutputStream begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return response.getOutputStream();
    }
}
