package dev.binnacle.admission;

import tools.jackson.core.JsonGenerator;

/** Writes the response of an AdmissionReview. */
final class ReviewAnswers {
    private ReviewAnswers() {}

    static Answer of(Review review, Verdict verdict) {
        return Answer.json(200, Json.object(json -> {
            json.writeStringProperty("apiVersion", Review.API_VERSION);
            json.writeStringProperty("kind", Review.KIND);
            json.writeName("response").writeStartObject();
            json.writeStringProperty("uid", review.uid());
            switch (verdict) {
                case Verdict.Allowed() -> json.writeBooleanProperty("allowed", true);
                case Verdict.Warned(String message) -> warn(json, message);
                case Verdict.Refused(String message) -> refuse(json, message);
            }
            json.writeEndObject();
        }));
    }

    private static void warn(JsonGenerator json, String message) {
        json.writeBooleanProperty("allowed", true);
        json.writeName("warnings").writeStartArray();
        json.writeString(message);
        json.writeEndArray();
    }

    private static void refuse(JsonGenerator json, String message) {
        json.writeBooleanProperty("allowed", false);
        json.writeName("status").writeStartObject();
        json.writeNumberProperty("code", 403);
        json.writeStringProperty("reason", "Forbidden");
        json.writeStringProperty("message", message);
        json.writeEndObject();
    }
}
