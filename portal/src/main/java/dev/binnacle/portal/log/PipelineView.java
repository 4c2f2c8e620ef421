package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Lifecycle;
import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of the pipeline, as its template shows it.
 *
 * @param nothing why nothing is known; null where something is
 * @param conflicts fields that some indices map otherwise than others
 */
record PipelineView(
        String environment,
        Verdict verdict,
        @Nullable Nothing nothing,
        List<Figure> figures,
        List<Row> rows,
        List<String> conflicts) {

    /** How much is shown of a field's name and its types, in characters. */
    private static final int CONFLICT = 300;

    record Figure(String name, String value, String says) {}

    /** @param status of its health, as {@code data-status} has it */
    record Row(
            String name,
            String health,
            String status,
            String lines,
            String size,
            @Nullable Instant createdAt,
            String lifecycle) {}

    static PipelineView without(Environment environment, Nothing nothing) {
        Verdict verdict = new Verdict(nothing.status(), nothing.says(), nothing.because());
        return new PipelineView(environment.name(), verdict, nothing, List.of(), List.of(), List.of());
    }

    static PipelineView of(Environment environment, Pipeline pipeline, Instant now) {
        return new PipelineView(
                environment.name(),
                PipelineVerdict.of(pipeline, now),
                null,
                List.of(
                        new Figure("Newest line", newest(pipeline, now), "how far what can be searched lags behind"),
                        new Figure(
                                "Written", PipelineVerdict.rate(pipeline) + " a second", "over the last five minutes"),
                        new Figure("Indices", String.valueOf(pipeline.indices().size()), size(pipeline)),
                        new Figure(
                                "Fields",
                                "%,d".formatted(pipeline.fields()),
                                pipeline.fullest()
                                        .filter(index -> index.fields() > 0)
                                        .map(index -> index.name() + " has " + PipelineVerdict.fields(index))
                                        .orElse("of all indices"))),
                pipeline.indices().stream().map(PipelineView::row).toList(),
                pipeline.conflicts().stream()
                        .map(conflict -> Excerpt.word(conflict, CONFLICT))
                        .toList());
    }

    private static String newest(Pipeline pipeline, Instant now) {
        Instant newest = pipeline.newest();
        return newest == null ? "none in a day" : PipelineVerdict.spelled(Duration.between(newest, now)) + " old";
    }

    private static String size(Pipeline pipeline) {
        return pipeline.indices().stream().anyMatch(index -> index.bytes() < 0)
                ? "how large is not known: the credential needs the privilege monitor on them"
                : Amounts.bytes(pipeline.indices().stream()
                                .mapToLong(Pipeline.Index::bytes)
                                .sum())
                        + " on all nodes";
    }

    private static Row row(Pipeline.Index index) {
        return new Row(
                index.name(),
                health(index.health()),
                status(index.health()),
                index.lines() < 0 ? "not known" : "%,d".formatted(index.lines()),
                index.bytes() < 0 ? "not known" : Amounts.bytes(index.bytes()),
                index.createdAt(),
                words(index.lifecycle()));
    }

    /** As in "keep: hot, 3.2d old; rolls over after 30d or at 50gb a shard; deleted 90d after that". */
    private static String words(Lifecycle lifecycle) {
        if (lifecycle.equals(Lifecycle.NONE)) {
            return "none";
        }
        String name = lifecycle.policy().isEmpty() ? "of the data stream" : lifecycle.policy();
        String now = Stream.of(lifecycle.phase(), lifecycle.age().isEmpty() ? "" : lifecycle.age() + " old")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        String rollsOver = String.join(" or ", lifecycle.rollsOver());
        String deleted = lifecycle.kept().isEmpty() ? "" : "deleted " + lifecycle.kept() + " after that";
        String rest = Stream.of(now, rollsOver.isEmpty() ? "" : "rolls over " + rollsOver, deleted, lifecycle.problem())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("; "));
        return rest.isEmpty() ? name : name + ": " + rest;
    }

    private static String health(String health) {
        return switch (health) {
            case "green" -> "whole, with its copies";
            case "yellow" -> "whole, without all copies";
            case "red" -> "a part is missing";
            default -> "not known";
        };
    }

    private static String status(String health) {
        return switch (health) {
            case "green" -> "ok";
            case "yellow" -> "warning";
            case "red" -> "critical";
            default -> "unknown";
        };
    }
}
