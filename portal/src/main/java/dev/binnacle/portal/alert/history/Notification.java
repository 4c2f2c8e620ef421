package dev.binnacle.portal.alert.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an Alertmanager posts to a webhook: a group of alerts.
 *
 * @param firings each of its alerts once
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Webhook</a>
 */
record Notification(Map<Firing.Key, Firing> firings) {

    /** @throws Faulty where it is not what an Alertmanager posts */
    static Notification read(byte[] body) throws Faulty {
        JsonNode alerts = json(body).path("alerts");
        if (!alerts.isArray()) {
            throw new Faulty("alerts", "is not a list");
        }
        Map<Firing.Key, Firing> firings = new LinkedHashMap<>();
        for (int i = 0; i < alerts.size(); i++) {
            Firing firing = firing("alerts[" + i + "].", alerts.get(i));
            firings.put(firing.key(), firing);
        }
        return new Notification(firings);
    }

    private static JsonNode json(byte[] body) throws Faulty {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            throw new Faulty("", "The body is not JSON");
        }
    }

    private static Firing firing(String place, JsonNode alert) throws Faulty {
        String fingerprint = alert.path("fingerprint").asString("");
        if (!fingerprint.matches("[0-9a-f]{16}")) {
            throw new Faulty(place + "fingerprint", "is not one of Alertmanager's");
        }
        String status = alert.path("status").asString("");
        Instant startsAt = time(place + "startsAt", alert.path("startsAt"));
        @Nullable
        Instant endsAt = switch (status) {
            case "firing" -> null;
            case "resolved" -> time(place + "endsAt", alert.path("endsAt"));
            default -> throw new Faulty(place + "status", "is neither firing nor resolved");
        };
        if (endsAt != null && endsAt.isBefore(startsAt)) {
            throw new Faulty(place + "endsAt", "is before startsAt");
        }
        return new Firing(
                fingerprint,
                texts(place + "labels", alert.path("labels")),
                texts(place + "annotations", alert.path("annotations")),
                startsAt,
                endsAt);
    }

    private static Map<String, String> texts(String place, JsonNode texts) throws Faulty {
        Map<String, String> read = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> text : texts.properties()) {
            if (!text.getValue().isString()) {
                throw new Faulty(place + "." + text.getKey(), "is no text");
            }
            read.put(text.getKey(), text.getValue().stringValue());
        }
        return read;
    }

    private static Instant time(String place, JsonNode time) throws Faulty {
        try {
            return OffsetDateTime.parse(time.asString("")).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new Faulty(place, "is not a time");
        }
    }

    /** What is wrong with a notification. */
    static final class Faulty extends Exception {
        private final String field;

        /** @param field at fault; empty where it is the whole body */
        Faulty(String field, String what) {
            super((field.isEmpty() ? "" : field + " ") + what + ". Nothing was kept.");
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
