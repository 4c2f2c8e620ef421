package dev.binnacle.portal.delivery.observed;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of one object of JSON, each of a bounded length. */
final class ReportFields {
    /** A namespace and a name, as Kubernetes bounds them. */
    private static final int MOST_NAME = 253;

    private static final String NAME = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";

    private final JsonNode json;

    private ReportFields(JsonNode json) {
        this.json = json;
    }

    static ReportFields of(byte[] body) throws FaultyReport {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            if (json.isObject()) {
                return new ReportFields(json);
            }
        } catch (JacksonException notJson) {
            throw new FaultyReport("", "The body is not JSON.");
        }
        throw new FaultyReport("", "The body is not one object of JSON.");
    }

    boolean lacks(String field) {
        return json.path(field).isMissingNode() || json.path(field).isNull();
    }

    String name(String field) throws FaultyReport {
        String name = text(field, MOST_NAME);
        if (!name.matches(NAME)) {
            throw new FaultyReport(field, "is not a name that Kubernetes takes");
        }
        return name;
    }

    String text(String field, int most) throws FaultyReport {
        JsonNode value = json.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new FaultyReport(field, "is missing, or is no text");
        }
        String text = value.stringValue().strip();
        if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new FaultyReport(field, "has more than " + most + " characters, or a control character");
        }
        return text;
    }
}
