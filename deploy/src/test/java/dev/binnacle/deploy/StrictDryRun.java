package dev.binnacle.deploy;

import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * The real API server reads objects strictly, an unknown or doubled field being an error, in a namespace that enforces
 * Pod Security {@code restricted} or another level; nothing is kept. Containers have to say what they request.
 */
final class StrictDryRun implements AutoCloseable {
    private final String namespace = "manifests-" + UUID.randomUUID().toString().substring(0, 8);

    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();

    StrictDryRun() {
        this("restricted");
    }

    StrictDryRun(String level) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .addToLabels("pod-security.kubernetes.io/enforce", level)
                        .addToLabels("pod-security.kubernetes.io/warn", level)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    @Override
    public void close() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    /** Makes an account that pods of the text may name. */
    void serviceAccount(String name) {
        client.serviceAccounts()
                .inNamespace(namespace)
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    /** Returns why the API server would not create objects of the text, each with its kind. */
    List<String> refusals(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .filter(Objects::nonNull)
                .map(StrictDryRun::object)
                .flatMap(object -> Stream.concat(Stream.of(refusal(object)), withoutRequests(object)))
                .filter(refusal -> !refusal.isEmpty())
                .toList();
    }

    /** Containers, wherever they stand, that do not say how much CPU and memory they want. */
    private static Stream<String> withoutRequests(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().flatMap(StrictDryRun::withoutRequests);
        }
        if (!(node instanceof Map<?, ?> map)) {
            return Stream.of();
        }
        Stream<String> here = Stream.of("containers", "initContainers")
                .map(map::get)
                .flatMap(containers -> containers instanceof List<?> list ? list.stream() : Stream.of())
                .filter(container -> !requests(container).containsAll(Set.of("cpu", "memory")))
                .map(container -> object(container).get("name") + " does not request CPU and memory");
        return Stream.concat(here, map.values().stream().flatMap(StrictDryRun::withoutRequests));
    }

    private static Set<?> requests(Object container) {
        return object(container).get("resources") instanceof Map<?, ?> resources
                        && resources.get("requests") instanceof Map<?, ?> requests
                ? requests.keySet()
                : Set.of();
    }

    private String refusal(Map<String, Object> given) {
        String version = (String) Objects.requireNonNull(given.get("apiVersion"));
        String kind = (String) Objects.requireNonNull(given.get("kind"));
        APIResource resource = client.getApiResources(version).getResources().stream()
                .filter(candidate ->
                        candidate.getKind().equals(kind) && !candidate.getName().contains("/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The API server knows no " + kind + " of " + version));
        String group = (version.contains("/") ? "/apis/" : "/api/") + version;
        Map<String, Object> object = new HashMap<>(given);
        if (resource.getNamespaced()) {
            Map<String, Object> metadata = new HashMap<>(object(Objects.requireNonNull(given.get("metadata"))));
            metadata.put("namespace", namespace);
            object.put("metadata", metadata);
            group += "/namespaces/" + namespace;
        }
        try {
            client.raw(
                    group + "/" + resource.getName() + "?dryRun=All&fieldValidation=Strict",
                    "POST",
                    Serialization.asJson(object));
            return "";
        } catch (KubernetesClientException refused) {
            boolean there = refused.getCode() == HttpURLConnection.HTTP_CONFLICT;
            return there ? "" : kind + ": " + Objects.requireNonNullElse(refused.getMessage(), "");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object document) {
        return (Map<String, Object>) document;
    }
}
