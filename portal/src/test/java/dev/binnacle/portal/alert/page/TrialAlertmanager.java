package dev.binnacle.portal.alert.page;

import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts alerts into a real Alertmanager, and asks it what it makes of them. */
final class TrialAlertmanager {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url = Sandbox.shared().alertmanager().url();

    URI url() {
        return url;
    }

    /** Label sets of alerts that fire from now on. */
    void fire(List<Map<String, String>> alerts) {
        String body = JSON.writeValueAsString(alerts.stream()
                .map(labels -> Map.of("labels", labels, "annotations", Map.of("summary", "It is " + labels.get("is"))))
                .toList());
        send(HttpRequest.newBuilder(url.resolve("api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What Alertmanager has of the alerts that all the matchers match, by one of their labels. */
    List<String> matching(String label, List<String> matchers) {
        String query = String.join(
                "&",
                matchers.stream()
                        .map(matcher -> "filter="
                                + java.net.URLEncoder.encode(matcher, java.nio.charset.StandardCharsets.UTF_8))
                        .toList());
        return texts(get("api/v2/alerts?" + query), "/labels/" + label);
    }

    List<String> silenced(String label) {
        return texts(get("api/v2/alerts?active=false"), "/labels/" + label);
    }

    private JsonNode get(String path) {
        return JSON.readTree(send(HttpRequest.newBuilder(url.resolve(path))));
    }

    private static List<String> texts(JsonNode list, String pointer) {
        Stream<JsonNode> all = StreamSupport.stream(list.spliterator(), false);
        return all.map(each -> each.at(pointer).asString("")).sorted().toList();
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
