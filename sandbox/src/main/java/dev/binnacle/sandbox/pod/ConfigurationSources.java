package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The config maps and secrets of a namespace, read when a container starts. */
record ConfigurationSources(KubernetesClient client, String namespace) {

    Map<String, String> configMap(String name, boolean optional) {
        ConfigMap found =
                client.configMaps().inNamespace(namespace).withName(name).get();
        if (found == null) {
            return absent("configmap", name, optional);
        }
        return found.getData() == null ? Map.of() : found.getData();
    }

    Map<String, String> secret(String name, boolean optional) {
        Secret found = client.secrets().inNamespace(namespace).withName(name).get();
        if (found == null) {
            return absent("secret", name, optional);
        }
        Map<String, String> decoded = new HashMap<>();
        if (found.getData() != null) {
            found.getData()
                    .forEach((key, value) ->
                            decoded.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        }
        return decoded;
    }

    private static Map<String, String> absent(String kind, String name, boolean optional) {
        if (optional) {
            return Map.of();
        }
        throw new UnresolvedReference("%s \"%s\" not found".formatted(kind, name));
    }
}
