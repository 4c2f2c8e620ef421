package dev.binnacle.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A complete response: status, media type and text. */
record Answer(int status, String mediaType, String body) {
    private static final String JSON = "application/json";

    static Answer json(int status, String body) {
        return new Answer(status, JSON, body);
    }

    static Answer problem(int status, String reason) {
        return json(
                status,
                Json.object(json -> json.writeNumberProperty("status", status).writeStringProperty("error", reason)));
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body.getBytes(UTF_8)), callback);
    }
}
