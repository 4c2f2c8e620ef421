package dev.binnacle.portal.alert.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What <a href="https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml">version 2 of Alertmanager's
 * API</a> answers. Anything may be missing.
 */
final class Answers {

    private Answers() {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    record Group(
            @Nullable Map<String, String> labels,
            @Nullable Receiver receiver,
            @Nullable List<GettableAlert> alerts) {

        AlertGroup group(String without) {
            String name = receiver == null ? "" : receiver.name();
            List<Alert> kept = orEmpty(alerts).stream()
                    .map(GettableAlert::alert)
                    .filter(alert -> !alert.name().equals(without))
                    .toList();
            return new AlertGroup(name, orEmpty(labels), kept);
        }
    }

    record Receiver(String name) {}

    record GettableAlert(
            String fingerprint,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations,
            Instant startsAt,
            Instant updatedAt,
            @Nullable String generatorURL,
            @Nullable AlertStatus status) {

        Alert alert() {
            AlertStatus present = status == null ? new AlertStatus(null, null, null) : status;
            return new Alert(
                    fingerprint,
                    orEmpty(labels),
                    orEmpty(annotations),
                    startsAt,
                    Objects.requireNonNullElse(generatorURL, ""),
                    present.state(),
                    orEmpty(present.silencedBy),
                    orEmpty(present.inhibitedBy));
        }
    }

    record AlertStatus(
            @Nullable List<String> silencedBy,
            @Nullable List<String> inhibitedBy,
            @Nullable List<String> mutedBy) {

        AlertState state() {
            if (!orEmpty(silencedBy).isEmpty()) {
                return AlertState.SILENCED;
            }
            if (!orEmpty(inhibitedBy).isEmpty()) {
                return AlertState.INHIBITED;
            }
            return orEmpty(mutedBy).isEmpty() ? AlertState.FIRING : AlertState.MUTED;
        }
    }

    record GettableSilence(
            String id,
            SilenceStatus status,
            @Nullable List<SilenceMatcher> matchers,
            Instant startsAt,
            Instant endsAt,
            @Nullable String createdBy,
            @Nullable String comment) {

        boolean ended() {
            return status.state().equals("expired");
        }

        Silence silence(String cluster) {
            return new Silence(
                    id,
                    cluster,
                    new Matchers(orEmpty(matchers).stream()
                            .map(SilenceMatcher::matcher)
                            .toList()),
                    startsAt,
                    endsAt,
                    Objects.requireNonNullElse(createdBy, ""),
                    Objects.requireNonNullElse(comment, ""),
                    status.state().equals("pending"));
        }
    }

    record SilenceStatus(String state) {}

    /** @param isEqual missing before version 0.22, where only equality was known */
    record SilenceMatcher(
            String name,
            String value,
            boolean isRegex,
            @Nullable Boolean isEqual) {

        Matcher matcher() {
            return Matcher.of(name, Matcher.Operator.of(isRegex, isEqual == null || isEqual), value);
        }
    }

    /** @param id of the one that this replaces; null for a new one */
    record PostableSilence(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String id,

            List<SilenceMatcher> matchers,
            Instant startsAt,
            Instant endsAt,
            String createdBy,
            String comment) {}

    record PostedSilence(String silenceID) {}

    record Status(
            @Nullable Cluster cluster,
            @Nullable VersionInfo versionInfo,
            @Nullable Config config) {

        /** @return the names of all members that it knows, itself included; empty where it belongs to no cluster */
        List<String> peers() {
            return cluster == null
                    ? List.of()
                    : orEmpty(cluster.peers).stream().map(Peer::name).sorted().toList();
        }

        /** @return the configuration that it runs with, in YAML, without its secrets */
        String configuration() {
            return config == null ? "" : Objects.requireNonNullElse(config.original, "");
        }

        String version() {
            return versionInfo == null ? "" : Objects.requireNonNullElse(versionInfo.version, "");
        }
    }

    record Config(@Nullable String original) {}

    record Cluster(@Nullable List<Peer> peers) {}

    record Peer(String name) {}

    record VersionInfo(@Nullable String version) {}
}
