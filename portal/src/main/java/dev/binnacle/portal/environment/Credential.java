package dev.binnacle.portal.environment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a system asks for before it answers. No text form shows the secret. */
public sealed interface Credential {

    /** @return the value of the Authorization header; empty where none is sent, as for a kubeconfig */
    default Optional<String> authorization() {
        return switch (this) {
            case Bearer(String token) -> Optional.of("Bearer " + token);
            case Basic(String user, String password) ->
                Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
            case ApiKey(String encoded) -> Optional.of("ApiKey " + encoded);
            case None _, Kubeconfig _, ClientCertificate _ -> Optional.empty();
        };
    }

    /** Nothing is asked for. */
    record None() implements Credential {}

    /** A token in the Authorization header, as of Prometheus or of a service account. */
    record Bearer(String token) implements Credential {
        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }

    /** A name and a password, as of Elasticsearch. */
    record Basic(String user, String password) implements Credential {
        @Override
        public String toString() {
            return "Basic[user=" + user + ", hidden]";
        }
    }

    /** An Elasticsearch API key in its encoded form. */
    record ApiKey(String encoded) implements Credential {
        @Override
        public String toString() {
            return "ApiKey[hidden]";
        }
    }

    /**
     * A certificate by which a client is known before it asks anything.
     *
     * @param pem its chain and its private key
     * @param authority who the server's certificate is of, as PEM; empty for those that Java trusts
     */
    record ClientCertificate(String pem, String authority) implements Credential {
        @Override
        public String toString() {
            return "ClientCertificate[hidden]";
        }
    }

    /** A whole kubeconfig, whose current context counts. */
    record Kubeconfig(String yaml) implements Credential {
        @Override
        public String toString() {
            return "Kubeconfig[hidden]";
        }
    }
}
