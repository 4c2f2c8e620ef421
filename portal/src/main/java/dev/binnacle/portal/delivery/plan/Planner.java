package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.DiffLine;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Makes plans. Changes nothing. */
@Component
public class Planner {
    private final Clusters clusters;
    private final WorkloadObjects objects;
    private final EchoObjects echo;
    private final List<PreflightCheck> preflight;
    private final Clock clock;

    Planner(Clusters clusters, WorkloadObjects objects, EchoObjects echo, List<PreflightCheck> preflight, Clock clock) {
        this.clusters = clusters;
        this.objects = objects;
        this.echo = echo;
        this.preflight = preflight;
        this.clock = clock;
    }

    /**
     * Asks the API server for a dry run and goes through the preflight.
     *
     * @throws NotFound where the workload does not exist
     * @throws dev.binnacle.portal.problem.Forbidden where the credential may not even read it
     * @throws dev.binnacle.portal.problem.Unavailable where the API server does not answer
     */
    public Plan plan(Environment environment, Request request) {
        ClusterModel model = clusters.model(environment);
        Optional<JsonNode> found = objects.read(environment, request.workload());
        if (request.change() instanceof Change.DeployEcho) {
            return echo.plan(environment, request, found.orElse(null));
        }
        JsonNode live = found.orElseThrow(() -> missing(environment, request));
        var checks = new ArrayList<Check>();
        model.workload(request.workload())
                .ifPresentOrElse(
                        workload -> checks.addAll(preflight(environment, request, model, workload)),
                        () -> checks.add(
                                Check.unknown("Its pods are not listed yet: nothing is known of their health.")));
        List<DiffLine> difference = List.of();
        if (checks.stream().noneMatch(check -> check.level() == Check.Level.BLOCK)) {
            Optional<JsonNode> revision = revision(environment, request);
            if (revision.isEmpty()) {
                checks.add(Check.block("The revision does not exist any more."));
            } else {
                Answer answer = dryRun(environment, request, live, revision.get());
                for (int again = 0; answer instanceof Answer.Outdated && again < 5; again++) {
                    live = objects.read(environment, request.workload())
                            .orElseThrow(() -> missing(environment, request));
                    answer = dryRun(environment, request, live, revision.get());
                }
                difference = answer instanceof Answer.Accepted(var after) ? Difference.between(live, after) : List.of();
                checks.add(DryRun.check(answer, difference));
            }
        }
        return new Plan(clock.instant(), Mark.of(request.change(), live), difference, checks);
    }

    /** Asks with the version that was read; a rollout in progress changes it several times a second. */
    private Answer dryRun(Environment environment, Request request, JsonNode live, JsonNode revision) {
        JsonNode patch = Patch.of(request.change(), request.id(), live, revision);
        return objects.patch(environment, request.workload(), patch, true);
    }

    /** @return the patch, made anew of what the cluster has now; empty where the revision of a rollback is gone */
    public Optional<JsonNode> patch(Environment environment, Request request, JsonNode live) {
        return revision(environment, request).map(revision -> Patch.of(request.change(), request.id(), live, revision));
    }

    private List<Check> preflight(Environment environment, Request request, ClusterModel model, Workload workload) {
        var situation = new Situation(environment, request, model, workload);
        return preflight.stream()
                .flatMap(check -> check.check(situation).stream())
                .toList();
    }

    private Optional<JsonNode> revision(Environment environment, Request request) {
        if (!(request.change() instanceof Change.RollBack(var number))) {
            return Optional.of(MissingNode.getInstance());
        }
        return clusters.model(environment).revisions(request.workload()).stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .map(Revision::name)
                .flatMap(name -> objects.revision(environment, request.workload(), name));
    }

    private static NotFound missing(Environment environment, Request request) {
        return new NotFound("No " + request.workload() + " in " + environment.name() + ".");
    }
}
