package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.pod.log.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The log messages of a kind of program. The first of a script are frequent, the last are rare.
 *
 * @param messages each of one line or several; lines that begin with an exclamation mark go to standard error
 */
record LogScript(List<List<String>> messages) {
    private static final String SEPARATOR = "%%\n";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    /** A line as it is written. */
    record Line(LogStream stream, String text) {}

    /** Reads {@code lines/<name>.txt} beside this class. */
    static LogScript named(String name) throws IOException {
        try (InputStream stream = LogScript.class.getResourceAsStream("lines/" + name + ".txt")) {
            if (stream == null) {
                throw new IOException("There is no log script named " + name);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new LogScript(Arrays.stream(text.split(SEPARATOR))
                    .map(message -> message.lines().toList())
                    .toList());
        }
    }

    /** The lines of one message, its placeholders filled in. */
    List<Line> next(RandomGenerator random, Instant now) {
        int index = random.nextInt(1 + random.nextInt(messages.size()));
        Map<String, String> values = Map.of(
                "id", HexFormat.of().toHexDigits(random.nextLong()),
                "ip", "10.20.%d.%d".formatted(random.nextInt(256), random.nextInt(1, 255)),
                "number", Integer.toString(random.nextInt(1000, 9999)),
                "small", Integer.toString(random.nextInt(1, 10)),
                "bytes", Integer.toString(random.nextInt(300, 90_000)),
                "ms", Integer.toString((int) Math.round(20 * Math.exp(random.nextGaussian()))),
                "time", now.truncatedTo(ChronoUnit.MILLIS).toString());
        return messages.get(index).stream().map(line -> line(line, values)).toList();
    }

    private static Line line(String pattern, Map<String, String> values) {
        boolean error = pattern.startsWith("!");
        String text = PLACEHOLDER
                .matcher(error ? pattern.substring(1) : pattern)
                .replaceAll(found -> values.getOrDefault(found.group(1), ""))
                .replace("\\e", "\u001b");
        return new Line(error ? LogStream.STDERR : LogStream.STDOUT, text);
    }
}
