package dev.binnacle.portal.environment;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a kubeconfig says that counts here. One that would run a program or read a file of the portal's machine is
 * refused: whoever may type it in must not thereby reach the machine.
 *
 * @param context the current one, whose cluster and user count
 * @param server the API server's address
 */
record Kubeconfig(String context, URI server) {

    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final Set<String> RUNS_OR_READS =
            Set.of("exec", "auth-provider", "tokenFile", "client-certificate", "client-key", "certificate-authority");

    /** @throws InvalidKubeconfig with a sentence about what is wrong, which never quotes the text */
    static Kubeconfig read(String yaml) {
        if (yaml.length() > MAX_CHARACTERS) {
            throw new InvalidKubeconfig("it is longer than 256 KiB");
        }
        Map<?, ?> config = map(parsed(yaml), "it is not a kubeconfig");
        Object current = config.get("current-context");
        if (!(current instanceof String name) || name.isBlank()) {
            throw new InvalidKubeconfig("it names no current-context");
        }
        Map<?, ?> context = named(config, "contexts", name, "context");
        Map<?, ?> cluster = named(config, "clusters", context.get("cluster"), "cluster");
        Map<?, ?> user = named(config, "users", context.get("user"), "user");
        refuseReach(cluster);
        refuseReach(user);
        return new Kubeconfig(name, server(cluster));
    }

    private static Object parsed(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(MAX_CHARACTERS);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException malformed) {
            throw new InvalidKubeconfig("it is not YAML");
        }
    }

    private static Map<?, ?> named(Map<?, ?> config, String list, @Nullable Object name, String key) {
        if (config.get(list) instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> candidate && name != null && name.equals(candidate.get("name"))) {
                    return map(candidate.get(key), "its " + list + " are not whole");
                }
            }
        }
        throw new InvalidKubeconfig("its current context names a " + key + " that is not among its " + list);
    }

    private static Map<?, ?> map(@Nullable Object value, String otherwise) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidKubeconfig(otherwise);
    }

    private static void refuseReach(Map<?, ?> part) {
        for (Object key : part.keySet()) {
            if (key instanceof String name && RUNS_OR_READS.contains(name)) {
                throw new InvalidKubeconfig("its \"" + name
                        + "\" would run a program or read a file of the portal's machine; put the data itself into it"
                        + " (kubectl config view --raw --flatten --minify does)");
            }
        }
    }

    private static URI server(Map<?, ?> cluster) {
        if (cluster.containsKey("proxy-url")) {
            throw new InvalidKubeconfig("its \"proxy-url\" is not supported");
        }
        try {
            return URI.create(String.valueOf(cluster.get("server")));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidKubeconfig("the address of its server is malformed");
        }
    }
}
