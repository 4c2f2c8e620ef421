package dev.binnacle.portal.environment;

import dev.binnacle.portal.environment.Credential.ApiKey;
import dev.binnacle.portal.environment.Credential.Basic;
import dev.binnacle.portal.environment.Credential.Bearer;
import dev.binnacle.portal.environment.Credential.ClientCertificate;
import dev.binnacle.portal.environment.Credential.Kubeconfig;
import dev.binnacle.portal.environment.Credential.None;

/** The form in which a credential is encrypted: its kind, a line break, and the rest. */
final class CredentialText {

    private static final char SEPARATOR = '\n';

    /** The character of that name in ASCII. */
    private static final char END_OF_TEXT = '\u0003';

    private CredentialText() {}

    static String of(Credential credential) {
        return switch (credential) {
            case None() -> "none";
            case Bearer(String token) -> "bearer" + SEPARATOR + token;
            case Basic(String user, String password) -> "basic" + SEPARATOR + user + SEPARATOR + password;
            case ApiKey(String encoded) -> "api-key" + SEPARATOR + encoded;
            case ClientCertificate(String pem, String authority) ->
                "client-certificate" + SEPARATOR + pem + END_OF_TEXT + authority;
            case Kubeconfig(String yaml) -> "kubeconfig" + SEPARATOR + yaml;
        };
    }

    static Credential read(String text) {
        String kind = text.substring(0, text.indexOf(SEPARATOR));
        String rest = text.substring(kind.length() + 1);
        return switch (kind) {
            case "bearer" -> new Bearer(rest);
            case "basic" -> {
                int end = rest.indexOf(SEPARATOR);
                yield new Basic(rest.substring(0, end), rest.substring(end + 1));
            }
            case "api-key" -> new ApiKey(rest);
            case "client-certificate" -> {
                int end = rest.indexOf(END_OF_TEXT);
                yield new ClientCertificate(rest.substring(0, end), rest.substring(end + 1));
            }
            case "kubeconfig" -> new Kubeconfig(rest);
            default -> throw new IllegalStateException("A stored credential is of the unknown kind " + kind);
        };
    }
}
