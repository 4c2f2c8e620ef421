package dev.binnacle.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.pod.log.LogStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LogScriptTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @ParameterizedTest
    @ValueSource(strings = {"web-access", "json", "java", "java-crash", "redis", "postgres", "agent"})
    void fillsInEveryPlaceholder(String name) throws IOException {
        assertThat(lines(name)).isNotEmpty().noneMatch(line -> line.text().contains("${"));
    }

    @Test
    void keepsStackTracesTogetherOnStandardError() throws IOException {
        List<LogScript.Line> crash = LogScript.named("java-crash").next(new SplittableRandom(1), NOW);
        assertThat(crash)
                .filteredOn(line -> line.text().startsWith("\tat "))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.stream() == LogStream.STDERR);
        assertThat(crash.getFirst().text()).startsWith(NOW.toString());
    }

    @Test
    void writesJsonThatParsesAndColoursThatAreEscapeSequences() throws IOException {
        assertThat(lines("json"))
                .allMatch(line -> JsonMapper.shared().readTree(line.text()).has("level"));
        assertThat(lines("web-access")).anyMatch(line -> line.text().startsWith("\u001b[31mERROR"));
    }

    private static List<LogScript.Line> lines(String name) throws IOException {
        LogScript script = LogScript.named(name);
        SplittableRandom random = new SplittableRandom(42);
        return IntStream.range(0, 1000)
                .boxed()
                .flatMap(_ -> script.next(random, NOW).stream())
                .toList();
    }
}
