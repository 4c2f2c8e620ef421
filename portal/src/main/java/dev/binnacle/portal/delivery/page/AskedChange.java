package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.problem.NotFound;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A change as an address or a form names it; complete or still to be filled in. */
record AskedChange(
        @Nullable String kind,
        @Nullable String workload,
        @Nullable String namespace,
        @Nullable String name,
        @Nullable String container,
        @Nullable String image,
        @Nullable Long revision,
        @Nullable Integer replicas,
        @Nullable Instant at) {
    static final int MOST_REPLICAS = 10_000;
    /** As the distribution project defines a reference, without its rarer forms. */
    private static final Pattern IMAGE =
            Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9.:_/-]{0,400}(:[\\w][\\w.-]{0,127})?(@sha256:[a-f0-9]{64})?");

    static WorkloadKind workloadKind(@Nullable String token) {
        return Arrays.stream(WorkloadKind.values())
                .filter(kind -> kind.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new NotFound("No such kind of workload."));
    }

    WorkloadKey key() {
        if (namespace == null || namespace.isBlank() || name == null || name.isBlank()) {
            throw new NotFound("The address names no workload.");
        }
        return new WorkloadKey(workloadKind(workload), namespace, name);
    }

    /**
     * @param now for a redeploy that was not planned before
     * @return empty where something is still to be filled in, or is not valid
     */
    Optional<Change> change(Instant now) {
        return Optional.ofNullable(
                switch (kind == null ? "" : kind) {
                    case "redeploy" -> new Change.Restart(at == null ? now : at);
                    case "deploy" ->
                        container == null
                                        || image == null
                                        || !IMAGE.matcher(image.strip()).matches()
                                ? null
                                : new Change.NewImage(container, image.strip());
                    case "rollback" -> revision == null ? null : new Change.RollBack(revision);
                    case "scale" ->
                        replicas == null || replicas < 0 || replicas > MOST_REPLICAS
                                ? null
                                : new Change.Scale(replicas);
                    case "pause" -> new Change.Pause();
                    case "resume" -> new Change.Resume();
                    case "deploy-echo" -> new Change.DeployEcho();
                    default -> throw new NotFound("No such operation.");
                });
    }

    /** @return what is wrong with what was typed; empty where it is valid or nothing was typed */
    String fault() {
        if ("deploy".equals(kind)
                && image != null
                && !IMAGE.matcher(image.strip()).matches()) {
            return "This is not the name of an image. Write it as in registry.example.net/shop/echo:1.19.0.";
        }
        if ("scale".equals(kind) && replicas != null && (replicas < 0 || replicas > MOST_REPLICAS)) {
            return "Between 0 and " + MOST_REPLICAS + ".";
        }
        return "";
    }

    /** @return the address of the plan */
    String planPath(String environment) {
        var path = UriComponentsBuilder.fromPath("/environments/{environment}/operations/plan")
                .queryParam("kind", "{kind}")
                .queryParam("workload", "{workload}")
                .queryParam("namespace", "{namespace}")
                .queryParam("name", "{name}");
        var values = new java.util.ArrayList<Object>(java.util.List.of(
                environment,
                String.valueOf(kind),
                String.valueOf(workload),
                String.valueOf(namespace),
                String.valueOf(name)));
        add(path, values, "container", container);
        add(path, values, "image", image);
        add(path, values, "revision", revision);
        add(path, values, "replicas", replicas);
        return path.build().expand(values.toArray()).encode().toUriString();
    }

    private static void add(
            UriComponentsBuilder path, java.util.List<Object> values, String parameter, @Nullable Object value) {
        if (value != null) {
            path.queryParam(parameter, "{" + parameter + "}");
            values.add(value);
        }
    }
}
