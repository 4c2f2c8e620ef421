package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElasticsearchTests {
    private final Elasticsearch elasticsearch = Sandbox.shared().elasticsearch();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void namesItselfAsClientsExpect() throws Exception {
        HttpResponse<String> answer = send("GET", "/", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Elastic-Product")).contains("Elasticsearch");
        assertThat(answer.body()).contains("\"number\" : \"9.5.");
    }

    @Test
    void keepsItsAddressAndDataWhenItIsStoppedAndStarted() throws Exception {
        assertThat(send("PUT", "/kept/_doc/1?refresh=true", "{\"log\":\"still here\"}")
                        .statusCode())
                .isEqualTo(201);
        elasticsearch.stop();
        try {
            assertThatThrownBy(() -> send("GET", "/", "")).isInstanceOf(ConnectException.class);
        } finally {
            elasticsearch.start();
        }
        assertThat(send("GET", "/kept/_search?q=still", "").body()).contains("still here");
    }

    private HttpResponse<String> send(String method, String target, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(elasticsearch.url().resolve(target))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
