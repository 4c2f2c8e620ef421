package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Applied;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Outcome.Cause;
import dev.binnacle.portal.delivery.operation.Stage;
import dev.binnacle.portal.delivery.operation.Step;
import dev.binnacle.portal.delivery.operation.Suspicion;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows a rollout to its end, and keeps each step that it sees. */
@Component
class Following {
    private final Lookout lookout;
    private final LastLines logs;
    private final Journal journal;
    private final Patience patience;
    private final Clock clock;

    Following(Lookout lookout, LastLines logs, Journal journal, Patience patience, Clock clock) {
        this.lookout = lookout;
        this.logs = logs;
        this.journal = journal;
        this.patience = patience;
        this.clock = clock;
    }

    void follow(Operation operation, Environment environment, Applied applied) {
        switch (lookout.look(environment, operation, applied)) {
            case Look.Moving moving -> moving(operation, moving.applied(), moving.figure());
            case Look.Complete complete -> complete(operation, complete.applied(), complete.figure());
            case Look.Ailing ailing ->
                ailing(operation, environment, ailing.applied(), ailing.figure(), ailing.symptom());
            case Look.Over(var symptom) -> fail(operation, environment, symptom);
        }
    }

    /** The API server does not answer: goes on trying, for as long as patience lasts. */
    void unreachable(Operation operation, @Nullable Applied applied, Unavailable silent) {
        suspect(operation, applied, "", new Symptom(Cause.UNREACHABLE, silent.sentence(), ""), null);
    }

    private void moving(Operation operation, Applied applied, String figure) {
        Instant now = clock.instant();
        if (operation.stage() instanceof Stage.Running running
                && now.isAfter(running.movedAt().plus(patience.stalled()))) {
            fail(
                    operation,
                    null,
                    new Symptom(
                            Cause.DEADLINE_EXCEEDED,
                            "It made no progress for " + patience.stalled().toMinutes() + " minutes.",
                            running.figure() + "."));
        } else {
            keepIfNews(operation, applied, figure, null, List.of());
        }
    }

    private void complete(Operation operation, Applied applied, String figure) {
        Instant now = clock.instant();
        switch (operation.stage()) {
            case Stage.Verifying verifying -> {
                if (!now.isBefore(verifying.since().plus(patience.verify()))) {
                    String says = operation.request().says() + ": done. " + figure + ", and they stayed so for "
                            + patience.verify().toSeconds() + " s.";
                    journal.end(
                            operation.end(new Outcome.Succeeded(says), now),
                            new Step(now, Status.OK, "Verified: " + figure),
                            "binnacle");
                }
            }
            case Stage.Running _, Stage.Planned _, Stage.Confirmed _, Stage.Ended _ ->
                journal.keep(
                        operation.verify(applied, now),
                        List.of(new Step(now, Status.OK, "The rollout is complete: " + figure)));
        }
    }

    private void ailing(Operation operation, Environment environment, Applied applied, String figure, Symptom symptom) {
        suspect(operation, applied, figure, symptom, environment);
    }

    private void suspect(
            Operation operation,
            @Nullable Applied applied,
            String figure,
            Symptom symptom,
            @Nullable Environment environment) {
        Instant now = clock.instant();
        @Nullable Suspicion held = operation.stage() instanceof Stage.Running running ? running.suspicion() : null;
        if (held == null || held.cause() != symptom.cause()) {
            keepIfNews(
                    operation,
                    applied,
                    figure,
                    new Suspicion(symptom.cause(), now),
                    List.of(new Step(now, Status.WARNING, symptom.says() + " Waiting whether it passes.")));
        } else if (!now.isBefore(held.since().plus(patience.with(symptom.cause())))) {
            fail(operation, environment, symptom);
        } else {
            keepIfNews(operation, applied, figure, held, List.of());
        }
    }

    private void keepIfNews(
            Operation operation,
            @Nullable Applied applied,
            String figure,
            @Nullable Suspicion suspicion,
            List<Step> also) {
        Instant now = clock.instant();
        String before = operation.stage() instanceof Stage.Running running ? running.figure() : "";
        String counted = figure.isEmpty() ? before : figure;
        Operation looked = operation.looked(applied, counted, suspicion, now);
        if (!looked.stage().equals(operation.stage())) {
            var steps = new ArrayList<>(also);
            if (!counted.equals(before)) {
                steps.addFirst(new Step(now, Status.PROGRESS, counted));
            }
            journal.keep(looked, steps);
        }
    }

    private void fail(Operation operation, @Nullable Environment environment, Symptom symptom) {
        Instant now = clock.instant();
        List<String> lines = environment == null || symptom.pod().isEmpty()
                ? List.of()
                : logs.last(
                        environment, operation.request().workload().namespace(), symptom.pod(), symptom.container());
        var outcome = new Outcome.Failed(symptom.cause(), symptom.says(), symptom.because(), lines);
        journal.end(operation.end(outcome, now), new Step(now, Status.CRITICAL, symptom.says()), "binnacle");
    }
}
