package dev.binnacle.sandbox.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Executors;

/** Serves facts about the cluster's objects as metrics, under the names that kube-state-metrics gives them. */
public final class ClusterFactsPart implements Part {
    static final String URL = "cluster-facts.url";

    private final Deque<Runnable> endings = new ArrayDeque<>();

    @Override
    public String name() {
        return "cluster-facts";
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes");
    }

    @Override
    public void start(PartContext context) throws IOException {
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        endings.push(client::close);
        var facts = new ClusterFacts(client);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), context.port("cluster-facts"));
        HttpServer server = HttpServer.create(address, 0);
        endings.push(() -> server.stop(0));
        server.createContext("/metrics", exchange -> answer(exchange, facts.text()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        context.addresses().publish(URL, "http://127.0.0.1:" + address.getPort());
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
