package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GracefulShutdownTests {
    private static final int CLIENTS = 8;

    @Test
    void losesNoRequestThatRoutersSendUntilTheyHaveLearntOfTheEnd() throws Exception {
        EchoFixture echo = new EchoFixture(true, Duration.ofSeconds(8));
        HttpRequest.Builder late = echo.request("/api");
        AtomicBoolean routed = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(requestWhile(routed, echo)));
            }
            Future<HttpResponse<String>> slow = threads.submit(() -> echo.get("/api?delay=3000"));
            awaitLines(echo, 50);
            Future<?> end = threads.submit(echo.server()::shutDown);
            awaitClosingAnswer(echo);
            int linesAtEnd = echo.lines().size();
            awaitLines(echo, linesAtEnd + 50);
            routed.set(false);
            for (Future<Integer> client : clients) {
                assertThat(client.get()).isPositive();
            }
            assertThat(slow.get().statusCode()).isEqualTo(200);
            end.get();
        }
        assertThatThrownBy(() -> echo.send(late)).isInstanceOf(IOException.class);
    }

    private static Callable<Integer> requestWhile(AtomicBoolean routed, EchoFixture echo) {
        return () -> {
            int answered = 0;
            while (routed.get()) {
                assertThat(echo.get("/api?n=" + answered).statusCode()).isEqualTo(200);
                answered++;
            }
            return answered;
        };
    }

    private static void awaitLines(EchoFixture echo, int count) throws InterruptedException {
        while (echo.lines().size() < count) {
            Thread.sleep(5);
        }
    }

    private static void awaitClosingAnswer(EchoFixture echo) throws IOException {
        while (!echo.raw("GET /api HTTP/1.1").contains("Connection: close")) {
            Thread.onSpinWait();
        }
    }
}
