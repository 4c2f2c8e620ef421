package dev.binnacle.portal.environment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A kubeconfig for whoever has only an address and a token. */
final class TokenKubeconfig {

    private TokenKubeconfig() {}

    /** Makes a kubeconfig of an address and a token. */
    static String text(URI server, String token, String authority) {
        Map<String, Object> cluster = authority.isBlank()
                ? Map.of("server", server.toString())
                : Map.of(
                        "server",
                        server.toString(),
                        "certificate-authority-data",
                        Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8)));
        return new Yaml()
                .dump(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Config",
                        "current-context",
                        "binnacle",
                        "clusters",
                        List.of(Map.of("name", "cluster", "cluster", cluster)),
                        "users",
                        List.of(Map.of("name", "binnacle", "user", Map.of("token", token))),
                        "contexts",
                        List.of(Map.of(
                                "name", "binnacle", "context", Map.of("cluster", "cluster", "user", "binnacle")))));
    }
}
