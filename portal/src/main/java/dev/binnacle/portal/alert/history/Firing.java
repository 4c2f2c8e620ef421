package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That an alert fires, or did. Its texts are what PostgreSQL can keep: without zero bytes.
 *
 * @param fingerprint Alertmanager's identity of the label set
 * @param startsAt in milliseconds, which is what Alertmanager's interface tells
 * @param endsAt null while it fires
 */
record Firing(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        @Nullable Instant endsAt) {

    private static final int LONGEST_ANNOTATION = 2_000;

    Firing {
        labels = kept(labels, Integer.MAX_VALUE);
        annotations = kept(annotations, LONGEST_ANNOTATION);
        startsAt = new Key(fingerprint, startsAt).startsAt();
    }

    static Firing of(Alert alert) {
        return new Firing(alert.fingerprint(), alert.labels(), alert.annotations(), alert.startsAt(), null);
    }

    Key key() {
        return new Key(fingerprint, startsAt);
    }

    /** @return the columns that it is kept in */
    Map<String, Object> row() {
        Map<String, Object> row = new TreeMap<>(Map.of(
                "fingerprint", fingerprint,
                "labels", labels,
                "annotations", annotations,
                "starts_at", startsAt.toString()));
        if (endsAt != null) {
            row.put("ends_at", endsAt.toString());
        }
        return row;
    }

    private static Map<String, String> kept(Map<String, String> texts, int longest) {
        Map<String, String> kept = new TreeMap<>();
        texts.forEach((name, text) -> kept.put(clean(name), shortened(clean(text), longest)));
        return Collections.unmodifiableMap(kept);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest) - 1)) + "…";
    }

    /** Neither half characters nor zeros. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /** Tells a firing from others. */
    record Key(String fingerprint, Instant startsAt) {

        Key {
            startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
        }

        static Key of(Alert alert) {
            return new Key(alert.fingerprint(), alert.startsAt());
        }
    }
}
