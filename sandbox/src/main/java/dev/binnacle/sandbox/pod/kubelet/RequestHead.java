package dev.binnacle.sandbox.pod.kubelet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first lines of an HTTP/1.1 request, up to the empty one.
 *
 * @param target path and query as they were sent
 */
record RequestHead(String method, String target, List<String> headers) {

    private static final int LONGEST_BYTES = 64 * 1024;

    /** Reads not one byte further than the head; nothing where it is none or the connection ends. */
    static Optional<RequestHead> read(InputStream input) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n", Math.max(0, text.length() - 4)) < 0) {
            int octet = input.read();
            if (octet < 0 || text.length() >= LONGEST_BYTES) {
                return Optional.empty();
            }
            text.append((char) octet);
        }
        List<String> lines =
                text.toString().lines().filter(line -> !line.isEmpty()).toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        return first.length == 3
                ? Optional.of(new RequestHead(first[0], first[1], lines.subList(1, lines.size())))
                : Optional.empty();
    }

    /** The decoded parts of the path. */
    List<String> path() {
        List<String> parts = new ArrayList<>();
        for (String part : target.split("\\?", 2)[0].split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(decode(part));
            }
        }
        return parts;
    }

    /** The first value of each parameter of the query. */
    Map<String, String> query() {
        Map<String, String> parameters = new HashMap<>();
        String[] halves = target.split("\\?", 2);
        for (String pair : halves.length < 2 ? new String[0] : halves[1].split("&", -1)) {
            String[] sides = pair.split("=", 2);
            parameters.putIfAbsent(decode(sides[0]), sides.length < 2 ? "" : decode(sides[1]));
        }
        return parameters;
    }

    /**
     * The head as it goes on to another server. A connection that is not upgraded carries this one request only: its
     * successor may be for somebody else.
     */
    String forwarded() {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        boolean upgraded = headers.stream().anyMatch(header -> named(header, "upgrade"));
        for (String header : headers) {
            if (upgraded || !named(header, "connection")) {
                text.append(header).append("\r\n");
            }
        }
        return text.append(upgraded ? "\r\n" : "Connection: close\r\n\r\n").toString();
    }

    private static boolean named(String header, String name) {
        return header.toLowerCase(Locale.ROOT).startsWith(name + ":");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
