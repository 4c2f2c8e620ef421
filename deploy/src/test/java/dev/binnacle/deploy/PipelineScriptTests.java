package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline's scripts, run against a server on loopback and with a Helm that only writes down what it is asked. */
class PipelineScriptTests {
    private static final String TOKEN = "binnacle_" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> authorizations = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        for (String tool : new String[] {"bash", "curl", "jq"}) {
            new Tool(tool).isThere();
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void thePortalIsToldAgainUntilItTakesItAndTheTokenIsNowhereToBeSeen() throws Exception {
        statuses.addAll(List.of(503, 201));
        shim("curl", "exec /usr/bin/curl \"$@\"");

        Tool.Ended done = run("register.sh", told());

        assertThat(done.code()).as(done.said()).isZero();
        assertThat(authorizations).hasSize(2).containsOnly("Bearer " + TOKEN);
        assertThat(asked.getLast())
                .startsWith("/environments/europe/observed-changes ")
                .contains("\"id\": \"jenkins-echo-12-SUCCEEDED\"", "\"says\": \"Deployed \\\"it\\\"\"")
                .contains("\"link\": \"https://ci.test/12/\"", "\"outcome\": \"SUCCEEDED\"");
        assertThat(done.said()).contains("The portal was told").doesNotContain(TOKEN);
        assertThat(calls()).isNotEmpty().noneMatch(call -> call.contains(TOKEN));
    }

    @Test
    void aRefusalIsSaidInThePortalsWords() throws Exception {
        statuses.add(403);

        Tool.Ended done = run("register.sh", told());

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.said()).contains("answered 403: Because of a test").doesNotContain(TOKEN);
    }

    @Test
    void aPortalThatIsAwayIsNamed() throws Exception {
        server.stop(0);
        Map<String, String> told = told();
        told.put("RETRIES", "1");

        Tool.Ended done = run("register.sh", told);

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.said()).contains("does not answer").doesNotContain(TOKEN);
    }

    @Test
    void theSmokeTestWaitsForTheIngressAndKnowsItsOwnAnswer() throws Exception {
        statuses.addAll(List.of(503, 200));

        Tool.Ended done = run("smoke.sh", Map.of("INGRESS", url(), "BUILD_TAG", "jenkins echo&12", "PAUSE", "0"));

        assertThat(done.code()).as(done.said()).isZero();
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerOfSomebodyElseIsNoSuccess() throws Exception {
        statuses.addAll(List.of(418, 418));

        Tool.Ended done = run("smoke.sh", Map.of("INGRESS", url(), "TRIES", "2", "PAUSE", "0"));

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.said()).contains("did not echo", "Because of a test");
    }

    @Test
    void aRollbackPutsBackTheRevisionThatServedBefore() throws Exception {
        helm("[{\"revision\":3,\"status\":\"superseded\"},{\"revision\":4,\"status\":\"deployed\"},"
                + "{\"revision\":5,\"status\":\"failed\"}]");

        assertThat(release("deploy").code()).isZero();
        Tool.Ended done = release("roll-back");

        assertThat(done.code()).as(done.said()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.startsWith("upgrade echo-service charts/echo-service --install")
                        && call.contains("image.tag=0123456789ab")
                        && call.contains("--wait"))
                .anyMatch(call -> call.startsWith("rollback echo-service 4 ") && call.contains("--wait"));
    }

    @Test
    void aFirstReleaseThatFailedIsRemoved() throws Exception {
        helm("");

        release("deploy");
        Tool.Ended done = release("roll-back");

        assertThat(done.code()).as(done.said()).isZero();
        assertThat(calls()).anyMatch(call -> call.startsWith("uninstall echo-service"));
    }

    @Test
    void theDryRunIsTheApiServers() throws Exception {
        helm("");

        assertThat(release("dry-run").code()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.startsWith("lint charts/echo-service --strict"))
                .anyMatch(call -> call.contains("--dry-run=server"));
    }

    private Map<String, String> told() {
        return new HashMap<>(Map.of(
                "PORTAL", url(),
                "ENVIRONMENT", "europe",
                "OUTCOME", "SUCCEEDED",
                "SAYS", "Deployed \"it\"",
                "PORTAL_TOKEN", TOKEN,
                "BUILD_TAG", "jenkins-echo-12",
                "BUILD_URL", "https://ci.test/12/"));
    }

    private Tool.Ended release(String what) throws Exception {
        return run(
                "release.sh", Map.of("NAMESPACE", "echo", "REPOSITORY", "binnacle/echo", "TAG", "0123456789ab"), what);
    }

    private void helm(String history) throws IOException {
        shim("helm", "[ \"$1\" != history ] || printf '%s' '" + history + "'");
    }

    /** Puts a program before the machine's own that writes its arguments down first. */
    private void shim(String name, String then) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, "#!/bin/bash\necho \"$*\" >>" + folder.resolve("calls") + "\n" + then + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private Tool.Ended run(String script, Map<String, String> given, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(given);
        environment.put("BEFORE", folder.resolve("before").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        List<String> line = new ArrayList<>(List.of(
                ProjectFiles.ROOT.resolve("deploy/jenkins").resolve(script).toString()));
        line.addAll(List.of(arguments));
        return new Tool("bash").run(folder, environment, line);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            int status = statuses.isEmpty() ? 500 : statuses.poll();
            String query = exchange.getRequestURI().getRawQuery();
            String build = query == null ? null : URLDecoder.decode(query, StandardCharsets.UTF_8);
            String answer = status == 200 && build != null
                    ? "{\"build\":\"" + build.substring("build=".length()) + "\"}"
                    : "{\"detail\":\"Because of a test.\"}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
