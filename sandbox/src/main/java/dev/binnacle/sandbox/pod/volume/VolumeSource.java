package dev.binnacle.sandbox.pod.volume;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Secret or ConfigMap behind a volume.
 *
 * @param items which keys are shown at which path; all of them, by their names, where there are none
 */
record VolumeSource(boolean secret, String name, boolean optional, List<KeyToPath> items) {

    static Optional<VolumeSource> of(Volume volume) {
        if (volume.getSecret() != null) {
            var source = volume.getSecret();
            return Optional.of(new VolumeSource(
                    true, source.getSecretName(), Boolean.TRUE.equals(source.getOptional()), source.getItems()));
        }
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            return Optional.of(new VolumeSource(
                    false, source.getName(), Boolean.TRUE.equals(source.getOptional()), source.getItems()));
        }
        return Optional.empty();
    }

    /** Shows it in the folder, now and after each change, until what is returned is closed. */
    AutoCloseable keep(KubernetesClient client, String namespace, VolumeFolder folder) throws IOException {
        return secret
                ? keep(client.secrets().inNamespace(namespace).withName(name), folder)
                : keep(client.configMaps().inNamespace(namespace).withName(name), folder);
    }

    private <T extends HasMetadata> AutoCloseable keep(Resource<T> resource, VolumeFolder folder) throws IOException {
        T found = resource.get();
        if (found == null && !optional) {
            throw new MissingSource("%s \"%s\" not found".formatted(secret ? "secret" : "configmap", name));
        }
        folder.show(found == null ? Map.of() : files(found));
        return resource.inform(new SourceChanges<>(this, folder));
    }

    /** @throws MissingSource where a key that is not optional is missing */
    Map<String, byte[]> files(HasMetadata object) {
        Map<String, byte[]> data = data(object);
        if (items.isEmpty()) {
            return data;
        }
        return items.stream()
                .filter(item -> data.containsKey(item.getKey()) || !optional)
                .collect(Collectors.toMap(KeyToPath::getPath, item -> key(data, item.getKey())));
    }

    private byte[] key(Map<String, byte[]> data, String key) {
        byte[] value = data.get(key);
        if (value == null) {
            throw new MissingSource("references non-existent key %s of %s".formatted(key, name));
        }
        return value;
    }

    private static Map<String, byte[]> data(HasMetadata object) {
        Map<String, byte[]> files = new HashMap<>();
        if (object instanceof Secret found && found.getData() != null) {
            found.getData()
                    .forEach((key, value) -> files.put(key, Base64.getDecoder().decode(value)));
        }
        if (object instanceof ConfigMap found && found.getData() != null) {
            found.getData().forEach((key, value) -> files.put(key, value.getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }
}
