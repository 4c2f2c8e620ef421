package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.problem.Unavailable;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Makes the client's settings of a connection. Of a kubeconfig only fields that hold the data itself are read: one that
 * would run a program or read a file of this machine is refused.
 */
final class ClientSettings {

    private static final int MILLIS = 1000;
    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final Set<String> REACHING =
            Set.of("exec", "auth-provider", "tokenFile", "client-certificate", "client-key", "certificate-authority");

    private ClientSettings() {}

    /** @throws Unavailable where the credential cannot be used, with what to do */
    static Config of(Connection connection) {
        // nothing of this machine: no environment variable, no ~/.kube/config, no service account
        ConfigBuilder settings = new ConfigBuilder(Config.empty())
                .withMasterUrl(connection.url().toString())
                .withConnectionTimeout(5 * MILLIS)
                .withRequestTimeout(10 * MILLIS)
                .withRequestRetryBackoffLimit(0)
                .withUserAgent("binnacle");
        return switch (connection.credential()) {
            case Credential.Bearer bearer ->
                settings.withOauthToken(bearer.token()).build();
            case Credential.Kubeconfig kubeconfig -> read(kubeconfig.yaml(), settings);
            case Credential.Basic basic ->
                settings.withUsername(basic.user())
                        .withPassword(basic.password())
                        .build();
            case Credential.None none -> settings.build();
            case Credential.ClientCertificate certificate ->
                throw unusable("a client certificate of a cluster is part of a kubeconfig");
            case Credential.ApiKey key -> throw unusable("an API key is for Elasticsearch, not for a cluster");
        };
    }

    private static Config read(String yaml, ConfigBuilder settings) {
        Map<?, ?> kubeconfig = parsed(yaml);
        String current = text(kubeconfig, "current-context");
        Map<?, ?> context = named(kubeconfig, "contexts", current, "context");
        Map<?, ?> cluster = named(kubeconfig, "clusters", text(context, "cluster"), "cluster");
        Map<?, ?> user = named(kubeconfig, "users", text(context, "user"), "user");
        refuseReaching(cluster);
        refuseReaching(user);
        if (cluster.containsKey("proxy-url")) {
            throw unusable("its \"proxy-url\" is not supported");
        }
        settings.withTrustCerts(Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify")));
        ifPresent(cluster, "certificate-authority-data", settings::withCaCertData);
        ifPresent(user, "client-certificate-data", settings::withClientCertData);
        ifPresent(user, "client-key-data", settings::withClientKeyData);
        ifPresent(user, "token", settings::withOauthToken);
        ifPresent(user, "username", settings::withUsername);
        ifPresent(user, "password", settings::withPassword);
        return settings.build();
    }

    private static Map<?, ?> parsed(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(MAX_CHARACTERS);
        try {
            if (new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> kubeconfig) {
                return kubeconfig;
            }
        } catch (YAMLException malformed) {
            throw unusable("it is not YAML");
        }
        throw unusable("it is not a kubeconfig");
    }

    private static Map<?, ?> named(Map<?, ?> kubeconfig, String list, String name, String key) {
        if (kubeconfig.get(list) instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> candidate
                        && name.equals(candidate.get("name"))
                        && candidate.get(key) instanceof Map<?, ?> found) {
                    return found;
                }
            }
        }
        throw unusable("its current context names no " + key + " that is among its " + list);
    }

    private static void refuseReaching(Map<?, ?> part) {
        for (Object key : part.keySet()) {
            if (REACHING.contains(String.valueOf(key))) {
                throw unusable("its \"" + key + "\" would run a program or read a file of the portal's machine; put the"
                        + " data itself into it (kubectl config view --raw --flatten --minify does)");
            }
        }
    }

    private static String text(Map<?, ?> part, String key) {
        return part.get(key) instanceof String text ? text : "";
    }

    private static void ifPresent(Map<?, ?> part, String key, java.util.function.Consumer<String> use) {
        @Nullable Object value = part.get(key);
        if (value instanceof String text && !text.isBlank()) {
            use.accept(text);
        }
    }

    private static Unavailable unusable(String reason) {
        return new Unavailable("Kubernetes", "The kubeconfig cannot be used: " + reason + ".", null);
    }
}
