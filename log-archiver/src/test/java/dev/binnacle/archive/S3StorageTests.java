package dev.binnacle.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class S3StorageTests {
    private static final ObjectKey KEY = new ObjectKey("echo/2026/03/04/key.log.gz");

    @TempDir
    private Path folder;

    /** The client reads the credentials from the environment or from these, which a test can set. */
    @BeforeAll
    static void signIn() {
        System.setProperty("aws.accessKeyId", S3Mock.USER);
        System.setProperty("aws.secretAccessKey", S3Mock.PASSWORD);
    }

    @AfterAll
    static void signOut() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void keepsAFileOnceAndRefusesAnotherUnderItsKey() throws Exception {
        try (S3Mock mock = S3Mock.start();
                S3Storage storage = storage(mock.endpoint().toString(), 60)) {
            storage.keep(KEY, packed("one\ntwo\n"));
            storage.keep(KEY, packed("one\ntwo\n"));
            assertThatThrownBy(() -> storage.keep(KEY, packed("other\n")))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("checksum");
            assertThat(mock.keys()).containsExactly(KEY.text());
            assertThat(mock.lines()).isEqualTo(List.of("one", "two"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 409, 500, 503})
    void failsWhereTheStorageRefuses(int status) throws Exception {
        fails(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    @Test
    void failsWhereTheStorageShowsAnEmptyObject() throws Exception {
        fails(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }

    @Test
    void failsInTimeWhereTheStorageIsSlow() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        long start = System.nanoTime();
        try {
            fails(exchange -> await(end));
        } finally {
            end.countDown();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void failsWhereTheStorageIsDown() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (S3Storage storage = storage("http://127.0.0.1:" + port, 2)) {
            assertThatThrownBy(() -> storage.keep(KEY, packed("line\n"))).isInstanceOf(StorageFailure.class);
        }
    }

    private void fails(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler);
        server.start();
        try (S3Storage storage =
                storage("http://127.0.0.1:" + server.getAddress().getPort(), 2)) {
            assertThatThrownBy(() -> storage.keep(KEY, packed("line\n"))).isInstanceOf(StorageFailure.class);
        } finally {
            server.stop(0);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Packed packed(String text) throws IOException {
        return Packed.of(Files.writeString(folder.resolve("source"), text), folder.resolve("packed"));
    }

    private static S3Storage storage(String endpoint, int timeoutSeconds) {
        return new S3Storage(Settings.from(Map.of(
                "ARCHIVE_FOLDER",
                "logs",
                "ARCHIVE_ENDPOINT",
                endpoint,
                "ARCHIVE_BUCKET",
                S3Mock.BUCKET,
                "ARCHIVE_TIMEOUT_SECONDS",
                Integer.toString(timeoutSeconds))));
    }
}
