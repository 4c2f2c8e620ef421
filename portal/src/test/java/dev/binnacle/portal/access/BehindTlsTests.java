package dev.binnacle.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** The portal behind something that ends TLS and says so. */
@ServerTest
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class BehindTlsTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String portal;
    private final String password;

    BehindTlsTests(
            @Value("${local.server.port}") int port, @Value("${binnacle.access.admin-password}") String password) {
        this.portal = "http://localhost:" + port;
        this.password = password;
    }

    @Test
    void everyCookieIsBoundToTheHostAndToTls() throws Exception {
        HttpResponse<String> form = send(request("/sign-in").GET());
        assertBound(cookies(form), "__Host-csrf");

        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> signedIn = send(request("/sign-in")
                .header(
                        "Cookie",
                        cookies(form).stream()
                                .map(each -> each.split(";", 2)[0])
                                .collect(Collectors.joining("; ")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + token.group(1) + "&username=admin&password=" + password)));
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertBound(cookies(signedIn), "__Host-session");
    }

    @Test
    void browsersAreToldToComeByTlsOnly() throws Exception {
        assertThat(send(request("/sign-in").GET()).headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(send(HttpRequest.newBuilder(URI.create(portal + "/sign-in")).GET())
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .as("without TLS")
                .isEmpty();
    }

    private static void assertBound(List<String> cookies, String name) {
        assertThat(cookies)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure", "; HttpOnly", "; Path=/")
                        .doesNotContain("Domain="))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(name + "="));
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal + path)).header("X-Forwarded-Proto", "https");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
