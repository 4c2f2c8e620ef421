package dev.binnacle.sandbox.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.ClassPathNode;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * Serves one Elasticsearch node without security on a port of loopback until SIGTERM.
 */
public final class ElasticsearchServer {
    private ElasticsearchServer() {}

    /**
     * Starts the node.
     *
     * @param arguments the folder for its data, and the port
     */
    public static void main(String[] arguments) throws IOException, NodeValidationException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("Usage: ElasticsearchServer <folder> <port>");
            System.exit(2);
        }
        LogConfigurator.configureESLogging();
        Settings settings = settings(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Node node = new ClassPathNode(settings, List.of(new Netty4Plugin(), new MainPagePlugin()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
        node.start();
        // The threads of a node are daemons.
        new CountDownLatch(1).await();
    }

    private static Settings settings(Path folder, int port) {
        return Settings.builder()
                .put("path.home", folder.toAbsolutePath().toString())
                .put("path.repo", folder.resolve("snapshots").toAbsolutePath().toString())
                .put("cluster.name", "binnacle-sandbox")
                .put("node.name", "sandbox")
                .put("node.processors", 2)
                .put("node.store.allow_mmap", false)
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                .put("discovery.type", "single-node")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static void close(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("The node did not close in order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
