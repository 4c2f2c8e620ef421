package dev.binnacle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and sends forms as a browser does; follows no redirect. */
public class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Browser(URI base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** @return the part of the page with that id, as htmx asks for it */
    public HttpResponse<String> fragment(String path, String id) {
        return fragment(path, id, base.resolve(path).toString());
    }

    /** @param page the address that stands in the browser */
    public HttpResponse<String> fragment(String path, String id, String page) {
        return send(
                request(path)
                        .header("HX-Request", "true")
                        .header("HX-Target", id)
                        .header("HX-Current-URL", page)
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form with the token that its page has. */
    public HttpResponse<String> post(String page, String path, Map<String, String> form) {
        return postOn(get(page).body(), path, form);
    }

    /** Sends a form with the token that is in the text of a page. */
    public HttpResponse<String> postOn(String page, String path, Map<String, String> form) {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form on the page").isTrue();
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public void signIn(String account, String password) {
        var answer = post("/sign-in", "/sign-in", Map.of("username", account, "password", password));
        assertThat(answer.statusCode()).as("sign-in of " + account).isEqualTo(302);
    }

    /** @return the body as it comes */
    public HttpResponse<InputStream> stream(String path) {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
