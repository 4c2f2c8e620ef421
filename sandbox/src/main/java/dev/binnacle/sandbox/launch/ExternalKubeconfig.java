package dev.binnacle.sandbox.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kubeconfig of the user's, made complete in itself: what it names as files is put in. */
final class ExternalKubeconfig {

    private static final TypeReference<Map<String, Object>> CONFIG = new TypeReference<>() {};

    private ExternalKubeconfig() {}

    /** Reads the first file that the variable names. */
    static String read(String variable) {
        String name = variable.split(Pattern.quote(File.pathSeparator), -1)[0];
        Path file = Path.of(name).toAbsolutePath();
        try {
            Map<String, Object> config = Serialization.unmarshal(Files.readString(file), CONFIG);
            entries(config, "clusters", "cluster").forEach(cluster -> embed(cluster, "certificate-authority", file));
            entries(config, "users", "user").forEach(user -> {
                embed(user, "client-certificate", file);
                embed(user, "client-key", file);
            });
            return Serialization.asYaml(config);
        } catch (IOException | RuntimeException e) {
            throw new Refusal("KUBECONFIG names " + file + ", which is not a kubeconfig that can be read: name another"
                    + " file, or unset it to use the sandbox.");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> config, String list, String field) {
        List<Map<String, Object>> named = (List<Map<String, Object>>) config.getOrDefault(list, List.of());
        return named.stream()
                .map(entry -> (Map<String, Object>) entry.getOrDefault(field, Map.of()))
                .toList();
    }

    private static void embed(Map<String, Object> entry, String field, Path kubeconfig) {
        @Nullable Object name = entry.get(field);
        if (name == null) {
            return;
        }
        try {
            byte[] content = Files.readAllBytes(kubeconfig.resolveSibling(name.toString()));
            entry.put(field + "-data", Base64.getEncoder().encodeToString(content));
            entry.remove(field);
        } catch (IOException e) {
            throw new Refusal("KUBECONFIG " + kubeconfig + " names " + name + ", which cannot be read.");
        }
    }
}
