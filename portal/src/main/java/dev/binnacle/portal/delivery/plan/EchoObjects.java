package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.DiffLine;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.environment.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of the echo service in a cluster: planned and applied by server-side apply. */
@Component
public class EchoObjects {
    private static final String ABSENT = "absent";

    private final Clusters clusters;
    private final EchoChart chart;
    private final HeldCheck held;
    private final Clock clock;

    EchoObjects(Clusters clusters, EchoChart chart, HeldCheck held, Clock clock) {
        this.clusters = clusters;
        this.chart = chart;
        this.held = held;
        this.clock = clock;
    }

    /** @return the Deployment's fingerprint before the echo service is deployed */
    public static String base(Request request, @Nullable JsonNode live) {
        return live == null ? ABSENT : Mark.of(request.change(), live);
    }

    /** Dry-runs every object on its own; where the namespace does not exist yet, only the namespace. */
    Plan plan(Environment environment, Request request, @Nullable JsonNode live) {
        var checks = new ArrayList<>(held.check(request));
        var difference = new ArrayList<DiffLine>();
        boolean namespaced = true;
        for (HasMetadata object : objects(environment, request)) {
            String name = object.getKind() + " " + object.getMetadata().getName();
            if (!namespaced) {
                checks.add(Check.unknown(name + ": it can be tried only once its namespace exists."));
                continue;
            }
            JsonNode before = present(environment, object);
            namespaced = !object.getKind().equals("Namespace") || !before.isMissingNode();
            Answer answer = apply(environment, object, true);
            List<DiffLine> lines = answer instanceof Answer.Accepted(var after) && !before.isMissingNode()
                    ? Difference.between(before, after)
                    : List.of();
            checks.add(says(name, before, answer, lines));
            if (before.isMissingNode()) {
                difference.add(new DiffLine(DiffLine.Sort.ADDED, name));
            }
            difference.addAll(lines);
        }
        return new Plan(clock.instant(), base(request, live), difference, checks);
    }

    /**
     * Applies every object, the Deployment last. Applying them again changes nothing.
     *
     * @return what the server said of the Deployment, or of the object that it refused
     */
    public Answer write(Environment environment, Request request) {
        Answer answer = new Answer.Gone();
        for (HasMetadata object : objects(environment, request)) {
            answer = apply(environment, object, false);
            if (!(answer instanceof Answer.Accepted)) {
                return answer;
            }
        }
        return answer;
    }

    private List<HasMetadata> objects(Environment environment, Request request) {
        List<HasMetadata> objects = chart.render(
                client(environment),
                request.workload(),
                clusters.model(environment).freshness().version());
        for (HasMetadata object : objects) {
            if (!object.getKind().equals("Namespace")) {
                object.getMetadata().setNamespace(request.workload().namespace());
            }
        }
        objects.getLast()
                .getMetadata()
                .setAnnotations(Map.of(Patch.OPERATION, request.id().toString()));
        return objects;
    }

    private JsonNode present(Environment environment, HasMetadata object) {
        try {
            @Nullable HasMetadata found = client(environment).resource(object).get();
            return found == null ? MissingNode.getInstance() : tree(environment, found);
        } catch (KubernetesClientException e) {
            throw WorkloadObjects.unread(environment, e, "read the objects of the echo service");
        }
    }

    /** A namespace that is there stays as it is: a credential for one namespace may not write it. */
    private Answer apply(Environment environment, HasMetadata object, boolean dryRun) {
        if (object instanceof Namespace && present(environment, object) instanceof ObjectNode there) {
            return new Answer.Accepted(there);
        }
        try {
            var context = new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager(WorkloadObjects.FIELD_MANAGER)
                    .withForce(false);
            if (dryRun) {
                context.withDryRun(List.of("All"));
            }
            HasMetadata applied = client(environment).resource(object).patch(context.build());
            return new Answer.Accepted(tree(environment, applied));
        } catch (KubernetesClientException e) {
            return WorkloadObjects.answer(environment, e);
        }
    }

    private JsonNode tree(Environment environment, HasMetadata object) {
        return client(environment).getKubernetesSerialization().convertValue(object, JsonNode.class);
    }

    private KubernetesClient client(Environment environment) {
        return clusters.client(environment);
    }

    private static Check says(String name, JsonNode before, Answer answer, List<DiffLine> lines) {
        return switch (answer) {
            case Answer.Accepted _ ->
                Check.go(name
                        + (before.isMissingNode()
                                ? " would be created."
                                : lines.isEmpty() ? " stays as it is." : " would be changed."));
            case Answer.Refused(var reason) -> Check.block(name + ": " + reason);
            case Answer.Outdated _ -> Check.block(name + " has fields that somebody else manages.");
            case Answer.Gone _ -> Check.block(name + " is of a kind that the cluster does not know.");
        };
    }
}
