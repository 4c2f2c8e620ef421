package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves a container's environment variables.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/">
 *     Dependent environment variables</a>
 */
final class ContainerEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$|\\(([-._a-zA-Z0-9]+)\\))");

    private final ConfigurationSources sources;
    private final PodFields fields;
    private final Container container;
    private final Map<String, String> values = new LinkedHashMap<>();

    ContainerEnvironment(ConfigurationSources sources, PodFields fields, Container container) {
        this.sources = sources;
        this.fields = fields;
        this.container = container;
    }

    /** @throws UnresolvedReference where a config map, a secret or a key of one is missing and not optional */
    Map<String, String> resolve() {
        container.getEnvFrom().forEach(this::include);
        container.getEnv().forEach(variable -> value(variable).ifPresent(v -> values.put(variable.getName(), v)));
        return values;
    }

    /** The text with {@code $(NAME)} replaced where the name is known and {@code $$} standing for a dollar sign. */
    String expand(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            String name = match.group(2);
            String replacement = name == null ? "$" : values.getOrDefault(name, match.group());
            return Matcher.quoteReplacement(replacement);
        });
    }

    private void include(EnvFromSource source) {
        String prefix = Optional.ofNullable(source.getPrefix()).orElse("");
        var configMap = source.getConfigMapRef();
        var secret = source.getSecretRef();
        if (configMap != null) {
            sources.configMap(configMap.getName(), Boolean.TRUE.equals(configMap.getOptional()))
                    .forEach((key, value) -> values.put(prefix + key, value));
        }
        if (secret != null) {
            sources.secret(secret.getName(), Boolean.TRUE.equals(secret.getOptional()))
                    .forEach((key, value) -> values.put(prefix + key, value));
        }
    }

    private Optional<String> value(EnvVar variable) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return Optional.of(expand(Optional.ofNullable(variable.getValue()).orElse("")));
        }
        if (source.getFieldRef() != null) {
            return Optional.of(fields.field(source.getFieldRef().getFieldPath()));
        }
        if (source.getResourceFieldRef() != null) {
            return Optional.of(fields.resource(source.getResourceFieldRef(), container));
        }
        var configMap = source.getConfigMapKeyRef();
        if (configMap != null) {
            boolean optional = Boolean.TRUE.equals(configMap.getOptional());
            return key("ConfigMap", sources.configMap(configMap.getName(), optional), configMap.getKey(), optional);
        }
        var secret = source.getSecretKeyRef();
        if (secret != null) {
            boolean optional = Boolean.TRUE.equals(secret.getOptional());
            return key("Secret", sources.secret(secret.getName(), optional), secret.getKey(), optional);
        }
        throw new UnresolvedReference("the source of " + variable.getName() + " is not supported by the sandbox");
    }

    private Optional<String> key(String kind, Map<String, String> data, String key, boolean optional) {
        Optional<String> value = Optional.ofNullable(data.get(key));
        if (value.isEmpty() && !optional) {
            throw new UnresolvedReference("couldn't find key %s in %s %s"
                    .formatted(key, kind, fields.pod().getMetadata().getNamespace()));
        }
        return value;
    }
}
