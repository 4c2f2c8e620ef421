package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads and patches workloads through the API server, as the field manager "binnacle". Every call ends within 10 s. */
@Component
public class WorkloadObjects {
    public static final String FIELD_MANAGER = "binnacle";

    private final Clusters clusters;

    WorkloadObjects(Clusters clusters) {
        this.clusters = clusters;
    }

    /**
     * @return the object as the API server has it; empty where it does not exist
     * @throws Forbidden where the credential may not read it
     * @throws Unavailable where the API server does not answer
     */
    public Optional<JsonNode> read(Environment environment, WorkloadKey key) {
        try {
            return tree(environment, resource(environment, key).get());
        } catch (KubernetesClientException e) {
            throw unread(environment, e, "read " + key);
        }
    }

    /** @return the pod template's keeper: a ReplicaSet or a ControllerRevision; empty where it does not exist */
    Optional<JsonNode> revision(Environment environment, WorkloadKey key, String name) {
        try {
            var apps = clusters.client(environment).apps();
            HasMetadata found = switch (key.kind()) {
                case DEPLOYMENT ->
                    apps.replicaSets()
                            .inNamespace(key.namespace())
                            .withName(name)
                            .get();
                case STATEFUL_SET, DAEMON_SET ->
                    apps.controllerRevisions()
                            .inNamespace(key.namespace())
                            .withName(name)
                            .get();
            };
            return tree(environment, found);
        } catch (KubernetesClientException e) {
            throw unread(environment, e, "read the revision " + name + " of " + key);
        }
    }

    /**
     * Sends a strategic merge patch.
     *
     * @param dryRun whether nothing is to be changed
     * @throws Unavailable where no answer came: then it is not known whether the patch was applied
     */
    public Answer patch(Environment environment, WorkloadKey key, JsonNode patch, boolean dryRun) {
        var context = new PatchContext.Builder()
                .withPatchType(PatchType.STRATEGIC_MERGE)
                .withFieldManager(FIELD_MANAGER);
        if (dryRun) {
            context.withDryRun(List.of("All"));
        }
        try {
            return tree(environment, resource(environment, key).patch(context.build(), patch.toString()))
                    .<Answer>map(Answer.Accepted::new)
                    .orElseGet(Answer.Gone::new);
        } catch (KubernetesClientException e) {
            return answer(environment, e);
        }
    }

    /** @throws Unavailable where the failure is no answer to what was asked */
    static Answer answer(Environment environment, KubernetesClientException e) {
        return switch (e.getCode()) {
            case 404 -> new Answer.Gone();
            case 409 -> new Answer.Outdated();
            case 400, 403, 405, 413, 422 -> new Answer.Refused(Refusals.words(e, environment.name()));
            default -> throw unanswered(environment, e);
        };
    }

    private Resource<GenericKubernetesResource> resource(Environment environment, WorkloadKey key) {
        var kind = new ResourceDefinitionContext.Builder()
                .withGroup("apps")
                .withVersion("v1")
                .withKind(key.kind().kind())
                .withPlural(key.kind().token() + "s")
                .withNamespaced(true)
                .build();
        return clusters.client(environment)
                .genericKubernetesResources(kind)
                .inNamespace(key.namespace())
                .withName(key.name());
    }

    private Optional<JsonNode> tree(Environment environment, @Nullable Object object) {
        return Optional.ofNullable(object)
                .map(present -> clusters.client(environment)
                        .getKubernetesSerialization()
                        .convertValue(present, JsonNode.class));
    }

    static RuntimeException unread(Environment environment, KubernetesClientException e, String attempt) {
        return e.getCode() == 403
                ? new Forbidden("The credential of " + environment.name() + " may not " + attempt + ".", e)
                : unanswered(environment, e);
    }

    private static Unavailable unanswered(Environment environment, KubernetesClientException e) {
        return new Unavailable(
                "Kubernetes of " + environment.name(),
                e.getCode() > 0
                        ? "The API server answered with the status " + e.getCode() + "."
                        : "The API server did not answer.",
                e);
    }
}
