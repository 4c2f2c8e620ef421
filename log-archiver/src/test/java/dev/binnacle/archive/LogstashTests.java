package dev.binnacle.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pipeline that reads the archive back, compared with what is archived, written and searched. */
class LogstashTests {
    private static final Path PIPELINE = Path.of("../deploy/logs/logstash-echo.conf");
    private static final Path SEARCHED = Path.of("../portal/src/main/java/dev/binnacle/portal/log/search/Fields.java");
    private static final Path WRITTEN = Path.of("../echo-service/src/main/java/dev/binnacle/echo/RequestLines.java");
    private static final Path ARCHIVED = Path.of("src/main/java/dev/binnacle/archive/S3Storage.java");

    @Test
    void closesWhatItOpens() throws IOException {
        String text = withoutStrings();
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '{' || character == '[') {
                open.push(character);
            } else if (character == '}' || character == ']') {
                assertThat(open.pop()).isEqualTo(character == '}' ? '{' : '[');
            }
        }
        assertThat(open).isEmpty();
        assertThat(Pattern.compile("(?m)^(\\w+) \\{$").matcher(text).results().map(found -> found.group(1)))
                .containsExactly("input", "filter", "output");
    }

    @Test
    void makesTheFieldsThatThePortalSearches() throws IOException {
        String pipeline = Files.readString(PIPELINE);
        List<String> searched = Pattern.compile("\"kubernetes\\.([a-z_]+)\"")
                .matcher(Files.readString(SEARCHED))
                .results()
                .map(found -> "\"[kubernetes][" + found.group(1) + "]\"")
                .toList();
        assertThat(searched).hasSize(3);
        assertThat(pipeline).contains(searched).contains("\"message\" => \"log\"", "\"stream\" =>");
        assertThat(pipeline).contains("target => \"@timestamp\"", "index => \"echo-logs-%{+");
    }

    @Test
    void readsWhatTheServiceWritesAndTheArchiverKeeps() throws IOException {
        String pipeline = Files.readString(PIPELINE);
        assertThat(pipeline).contains("match => [\"timestamp\", \"ISO8601\"]", "gzip_pattern => \"\\.gz$\"");
        assertThat(WRITTEN).content().contains("\"timestamp\"", "\"level\"");
        List<String> metadata = Pattern.compile("\\[s3]\\[metadata]\\[(\\w+)]")
                .matcher(pipeline)
                .results()
                .map(found -> "\"" + found.group(1) + "\", origin")
                .toList();
        assertThat(metadata).hasSize(2);
        assertThat(ARCHIVED).content().contains(metadata);
        assertThat(pipeline).contains("${ARCHIVE_PREFIX:echo}/", "${ARCHIVE_BUCKET}", "${ARCHIVE_ENDPOINT}");
    }

    private static String withoutStrings() throws IOException {
        String code = Files.readString(PIPELINE).replaceAll("(?m)^#.*$", "");
        return Pattern.compile("\"[^\"]*\"", Pattern.DOTALL).matcher(code).replaceAll("\"\"");
    }
}
