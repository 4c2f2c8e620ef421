package dev.binnacle.sandbox.pod.egress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request to a proxy: {@code CONNECT host:port}, or a request for {@code http://host:port/path}.
 *
 * @param onward the head that the target is sent, empty for a CONNECT
 */
record ProxyRequest(String host, int port, String onward) {

    private static final int LONGEST_HEAD_BYTES = 32 * 1024;
    private static final Pattern CONNECT =
            Pattern.compile("CONNECT \\[?([^\\s\\]]+?)]?:(\\d{1,5}) HTTP/1\\.[01]\r\n.*", Pattern.DOTALL);
    private static final Pattern ABSOLUTE = Pattern.compile(
            "([A-Z]+) http://([^\\s/:]+)(?::(\\d{1,5}))?(/\\S*)? HTTP/1\\.[01]\r\n(.*)", Pattern.DOTALL);
    private static final Pattern CONNECTION_HEADER =
            Pattern.compile("^(Proxy-)?Connection:.*\r\n", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    boolean connect() {
        return onward.isEmpty();
    }

    /** Reads up to the empty line and not one byte further; nothing where it is not such a request. */
    static Optional<ProxyRequest> read(SocketChannel client) throws IOException {
        var head = new StringBuilder();
        ByteBuffer octet = ByteBuffer.allocate(1);
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            octet.clear();
            if (client.read(octet) < 0 || head.length() >= LONGEST_HEAD_BYTES) {
                return Optional.empty();
            }
            head.append((char) octet.get(0));
        }
        return parse(head.toString());
    }

    static Optional<ProxyRequest> parse(String head) {
        Matcher connect = CONNECT.matcher(head);
        if (connect.matches()) {
            return of(connect.group(1), connect.group(2), "");
        }
        Matcher absolute = ABSOLUTE.matcher(head);
        if (!absolute.matches()) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(absolute.group(4)).orElse("/");
        String headers = CONNECTION_HEADER.matcher(absolute.group(5)).replaceAll("");
        return of(
                absolute.group(2),
                Optional.ofNullable(absolute.group(3)).orElse("80"),
                absolute.group(1) + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers);
    }

    private static Optional<ProxyRequest> of(String host, String port, String onward) {
        int number = Integer.parseInt(port);
        return number > 0xffff ? Optional.empty() : Optional.of(new ProxyRequest(host, number, onward));
    }
}
