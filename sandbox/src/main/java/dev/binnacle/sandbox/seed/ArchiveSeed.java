package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.data.ArchivePart;
import dev.binnacle.sandbox.data.ArchivedObjects;
import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What two pods of the echo service wrote on the two days before today, as the log archiver has kept it: a file an hour.
 */
public final class ArchiveSeed implements Part {
    private static final DateTimeFormatter KEY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final List<String> PODS = List.of("echo-service-6c5d4b7f98-kx2vn", "echo-service-6c5d4b7f98-w9tqz");
    private static final Duration ROTATION = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(6);

    private final Clock clock;
    private final RandomGenerator random;

    public ArchiveSeed(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return "archived-logs";
    }

    @Override
    public Set<String> needs() {
        return Set.of(ArchivePart.NAME);
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        URI folder = URI.create(context.addresses().get(Addresses.ARCHIVE));
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS);
        for (Instant from = day; from.isBefore(day.plus(2, ChronoUnit.DAYS)); from = from.plus(ROTATION)) {
            for (String pod : PODS) {
                String name = KEY.format(from.plus(ROTATION)) + "-" + pod + "-echo-"
                        + HexFormat.of().toHexDigits(random.nextLong()) + ".log.gz";
                ArchivedObjects.put(folder, name, ArchivedObjects.packed(lines(from)), EchoChart.NAMESPACE, pod);
            }
        }
    }

    @Override
    public void close() {}

    private String lines(Instant from) {
        StringBuilder lines = new StringBuilder();
        for (Instant at = from; at.isBefore(from.plus(ROTATION)); at = at.plus(PAUSE)) {
            boolean failed = random.nextInt(200) == 0;
            lines.append(String.format(
                    Locale.ROOT,
                    """
                    {"timestamp":"%s","level":"%s","method":"GET","path":"/api","status":%d,"durationMillis":%.3f,\
                    "requestId":"%s","version":"0.1.0","parameters":{"cart":"%d"}}
                    """,
                    at.plusMillis(random.nextInt(6_000)),
                    failed ? "error" : "info",
                    failed ? 503 : 200,
                    random.nextDouble(0.2, 9),
                    HexFormat.of().toHexDigits(random.nextLong()),
                    random.nextInt(10_000)));
        }
        return lines.toString();
    }
}
