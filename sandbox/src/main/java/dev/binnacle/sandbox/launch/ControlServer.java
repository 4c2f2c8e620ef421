package dev.binnacle.sandbox.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.Parts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;

/** Takes orders from tests in other processes: starts, stops and restarts parts. Loopback only, with a secret. */
final class ControlServer implements AutoCloseable {
    private final HttpServer server;
    private final Parts parts;
    private final String token;

    private ControlServer(HttpServer server, Parts parts, String token) {
        this.server = server;
        this.parts = parts;
        this.token = token;
    }

    static ControlServer open(Parts parts) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var control = new ControlServer(http, parts, HexFormat.of().formatHex(secret));
        http.createContext("/", control::serve);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        parts.addresses()
                .publish(
                        Addresses.CONTROL,
                        "http://127.0.0.1:" + http.getAddress().getPort());
        parts.addresses().publish(Addresses.CONTROL_TOKEN, control.token);
        return control;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 403, "The address file names the secret that goes with an order.");
                return;
            }
            try {
                String[] path = exchange.getRequestURI().getPath().split("/", -1);
                obey(path[1], path[2], path.length > 3 ? path[3] : "");
                answer(exchange, 200, parts.addresses().text());
            } catch (PartFailure e) {
                answer(exchange, 500, e.getMessage());
            }
        }
    }

    private void obey(String verb, String part, String process) {
        switch (verb) {
            case "require" -> parts.require(part);
            case "start" -> parts.start(part);
            case "stop" -> parts.stop(part);
            case "restart" -> parts.restart(part, process);
            default -> throw new PartFailure("There is no order named " + verb + ".");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
