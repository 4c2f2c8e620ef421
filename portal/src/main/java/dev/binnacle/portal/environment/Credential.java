package dev.binnacle.portal.environment;

/** What a system asks for before it answers. No text form shows the secret. */
public sealed interface Credential {

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

    /** A whole kubeconfig, whose current context counts. */
    record Kubeconfig(String yaml) implements Credential {
        @Override
        public String toString() {
            return "Kubeconfig[hidden]";
        }
    }
}
