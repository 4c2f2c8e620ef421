package dev.binnacle.portal.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTreeTests {

    private static final List<String> RECEIVERS = List.of("a", "b", "c", "d", "e");
    private static final List<String> NAMES = List.of("severity", "namespace", "team", "alertname");
    private static final List<String> VALUES = List.of("critical", "warning", "shop", "", "x.y", "critical shop");
    private static final List<String> PATTERNS =
            List.of("crit.*", "warning|shop", ".*", "", "x.y", "(?i)CRITICAL", "[a-c]+");

    @Test
    void anAlertEndsAtTheDeepestNodeThatItFits() {
        Route tree = RoutingTree.read("""
                route:
                  receiver: team
                  group_by: [alertname]
                  routes:
                    - matchers: [severity="critical"]
                      continue: true
                      receiver: on-call
                    - matchers: ['namespace=~"shop|cart"', 'severity!="info"']
                      routes: [{receiver: shop-nights, matchers: [severity="critical"], mute_time_intervals: [days]}]
                """);
        assertThat(told(tree, Map.of("severity", "critical", "namespace", "shop")))
                .containsExactly("on-call", "shop-nights");
        assertThat(told(tree, Map.of("severity", "warning", "namespace", "cart")))
                .containsExactly("team");
        assertThat(told(tree, Map.of())).containsExactly("team");
        assertThat(tree.routes().getLast().routes().getFirst().muted()).containsExactly("days");
        assertThat(tree.routes().getLast().groupBy()).containsExactly("alertname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "receivers: []",
                "route: [",
                "route: {receiver: a, routes: [{match_re: {a: '('}}]}",
                "route: {receiver: a, routes: [{matchers: ['a==b']}]}",
                "!!javax.script.ScriptEngineManager [x]"
            })
    void whatIsNoConfigurationIsRefusedInWords(String text) {
        assertThatThrownBy(() -> RoutingTree.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    /** Alertmanager's own tool on generated trees and labels. */
    @Test
    void itTellsWhomAmtoolTells(@TempDir Path folder) throws IOException, InterruptedException {
        String amtool = Program.AMTOOL.require((detail, percent) -> {}).toString();
        Random random = new Random(20_261_129);
        for (int tree = 0; tree < 25; tree++) {
            String configuration = "route:\n" + node(random, "  ", 0, true) + "receivers:\n"
                    + RECEIVERS.stream().map("  - name: %s\n"::formatted).collect(Collectors.joining());
            Path file = Files.writeString(folder.resolve(tree + ".yaml"), configuration);
            Route read = RoutingTree.read(configuration);
            for (int i = 0; i < 6; i++) {
                Map<String, String> labels = labels(random);
                assertThat(String.join(",", told(read, labels)))
                        .as("%s of%n%s", labels, configuration)
                        .isEqualTo(amtool(amtool, file, labels));
            }
        }
    }

    private static List<String> told(Route tree, Map<String, String> labels) {
        return tree.match(labels).stream().map(Route::receiver).toList();
    }

    private static String amtool(String program, Path file, Map<String, String> labels)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program, "config", "routes", "test", "--config.file=" + file));
        labels.forEach((name, value) -> line.add("%s=\"%s\"".formatted(name, value)));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(answer).isZero();
        return answer;
    }

    private static String node(Random random, String indent, int depth, boolean root) {
        StringBuilder node = new StringBuilder();
        if (root || random.nextBoolean()) {
            node.append(indent)
                    .append("receiver: ")
                    .append(one(random, RECEIVERS))
                    .append('\n');
        }
        if (!root) {
            node.append(indent)
                    .append("continue: ")
                    .append(random.nextInt(3) == 0)
                    .append('\n');
            switch (random.nextInt(3)) {
                case 0 ->
                    node.append("%smatch: {%s: '%s'}%n".formatted(indent, one(random, NAMES), one(random, VALUES)));
                case 1 ->
                    node.append(
                            "%smatch_re: {%s: '%s'}%n".formatted(indent, one(random, NAMES), one(random, PATTERNS)));
                default -> {
                    String operator = one(random, List.of("=", "!=", "=~", "!~"));
                    String value = one(random, operator.endsWith("~") ? PATTERNS : VALUES);
                    node.append("%smatchers: ['%s%s\"%s\"']%n".formatted(indent, one(random, NAMES), operator, value));
                }
            }
        }
        int children = depth == 3 ? 0 : random.nextInt(root ? 5 : 3);
        if (children > 0) {
            node.append(indent).append("routes:\n");
            IntStream.range(0, children)
                    .forEach(_ ->
                            node.append(indent).append("-\n").append(node(random, indent + "  ", depth + 1, false)));
        }
        return node.toString();
    }

    private static Map<String, String> labels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        for (String name : NAMES) {
            String value = one(random, VALUES);
            if (random.nextBoolean() && !value.isEmpty()) {
                labels.put(name, value);
            }
        }
        return labels;
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
