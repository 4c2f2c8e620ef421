package dev.binnacle.echo;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.StringUtil;

/** A short page that says which version and which pod answers. */
record FrontPage(Identity identity) implements Endpoint {
    @Override
    public Answer answer(Request request) {
        String pod = identity.pod().isEmpty() ? "none" : identity.pod();
        String page = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Echo service</title></head>
            <body>
            <h1>Echo service</h1>
            <p>Version %s, pod %s.</p>
            <p><a href="/api?any=thing">/api?any=thing</a> answers with its query parameters;
            <a href="/metrics">/metrics</a> is for Prometheus.</p>
            </body>
            </html>
            """.formatted(safe(identity.version()), safe(pod));
        return new Answer(200, "text/html; charset=utf-8", page);
    }

    private static String safe(String text) {
        return StringUtil.sanitizeXmlString(text);
    }
}
