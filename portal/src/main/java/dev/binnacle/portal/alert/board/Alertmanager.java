package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.metric.Decoder;
import dev.binnacle.portal.metric.Endpoint;
import dev.binnacle.portal.problem.Problem;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of one Alertmanager. Every call ends within 5 seconds and throws a {@link
 * dev.binnacle.portal.problem.Problem} where it has no answer.
 */
final class Alertmanager {

    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final Endpoint endpoint;
    private final Clock clock;
    private final Deliveries deliveries = new Deliveries();

    Alertmanager(String address, Endpoint endpoint, Clock clock) {
        this.address = address;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    String address() {
        return address;
    }

    /** Reads the groups, which hold every alert, the silences, the status and the metrics. One call at a time. */
    Reading read() {
        Answers.Status status = status();
        List<Answers.Group> groups = endpoint.get("api/v2/alerts/groups", Map.of(), each(Answers.Group.class));
        return new Reading(groups, silences(false), status.peers(), status.version(), condition());
    }

    /** What stands in front of Alertmanager may not let its metrics through; then nothing is known against it. */
    private Condition condition() {
        try {
            Telemetry telemetry = endpoint.get("metrics", Map.of(), Telemetry::read);
            deliveries.counted(telemetry.failed(), clock.instant());
            return new Condition(telemetry.outdated(), deliveries.undelivered(), endpoint.ahead());
        } catch (Problem hidden) {
            return new Condition(false, List.of(), endpoint.ahead());
        }
    }

    Answers.Status status() {
        return endpoint.get(
                "api/v2/status",
                Map.of(),
                body -> JSON.readerFor(Answers.Status.class).readValue(body));
    }

    /** @param ended whether those are meant that have ended, which it remembers for some days; otherwise all others */
    List<Answers.GettableSilence> silences(boolean ended) {
        return endpoint.get("api/v2/silences", Map.of(), each(Answers.GettableSilence.class)).stream()
                .filter(silence -> silence.ended() == ended)
                .toList();
    }

    /** @return the id of the silence, another one where it replaces one that cannot be changed as asked for */
    String silence(Silence silence) {
        List<Answers.SilenceMatcher> matchers =
                silence.matchers().all().stream().map(Alertmanager::written).toList();
        byte[] body = JSON.writeValueAsBytes(new Answers.PostableSilence(
                silence.id().isEmpty() ? null : silence.id(),
                matchers,
                silence.startsAt(),
                silence.endsAt(),
                silence.createdBy(),
                silence.comment()));
        return endpoint.post(
                "api/v2/silences",
                body,
                answer -> JSON.readValue(answer, Answers.PostedSilence.class).silenceID());
    }

    /** Ends it now. One that has ended already stays so. */
    void expire(String silence) {
        endpoint.delete("api/v2/silence/" + silence);
    }

    private static Answers.SilenceMatcher written(Matcher matcher) {
        return new Answers.SilenceMatcher(
                matcher.name(),
                matcher.value(),
                matcher.operator().regex(),
                matcher.operator().positive());
    }

    private static <T> Decoder<List<T>> each(Class<T> type) {
        return (InputStream body) -> {
            try (MappingIterator<T> items = JSON.readerFor(type).readValues(body)) {
                return items.readAll();
            }
        };
    }
}
