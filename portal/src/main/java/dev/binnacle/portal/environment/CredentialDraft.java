package dev.binnacle.portal.environment;

import dev.binnacle.portal.environment.Credential.ApiKey;
import dev.binnacle.portal.environment.Credential.Basic;
import dev.binnacle.portal.environment.Credential.Bearer;
import dev.binnacle.portal.environment.Credential.ClientCertificate;
import dev.binnacle.portal.environment.Credential.None;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a form wants done with each credential. */
final class CredentialDraft {

    private static final URI UNKNOWN = URI.create("about:invalid");

    private final EnvironmentForm form;
    private final @Nullable Environment before;
    private final List<Fault> faults;
    private final Map<ConnectedSystem, Credential> changes = new EnumMap<>(ConnectedSystem.class);

    CredentialDraft(EnvironmentForm form, @Nullable Environment before, List<Fault> faults) {
        this.form = form;
        this.before = before;
        this.faults = faults;
    }

    /** Reads the API server's address from wherever the chosen kind has it. */
    URI cluster(Function<String, URI> address) {
        return switch (form.clusterCredential()) {
            case EnvironmentForm.KEEP ->
                before == null ? missing("kubeconfig", "A kubeconfig or a token is needed.") : before.clusterUrl();
            case "kubeconfig" -> ofKubeconfig(address);
            case "token" -> ofToken(address);
            default -> missing("clusterCredential", "Choose a kubeconfig or a token.");
        };
    }

    private URI ofKubeconfig(Function<String, URI> address) {
        if (form.kubeconfig().isBlank()) {
            return missing("kubeconfig", "Paste a kubeconfig.");
        }
        try {
            URI server = Kubeconfig.read(form.kubeconfig()).server();
            changes.put(ConnectedSystem.CLUSTER, new Credential.Kubeconfig(form.kubeconfig()));
            return address.apply(server.toString());
        } catch (InvalidKubeconfig invalid) {
            return missing("kubeconfig", "This kubeconfig cannot be used: " + invalid.reason() + ".");
        }
    }

    private URI ofToken(Function<String, URI> address) {
        if (form.clusterUrl().isEmpty() || form.clusterToken().isEmpty()) {
            return missing("clusterUrl", "A token needs the address of the API server beside it.");
        }
        URI server = address.apply(form.clusterUrl());
        String kubeconfig = TokenKubeconfig.text(server, form.clusterToken(), form.clusterAuthority());
        changes.put(ConnectedSystem.CLUSTER, new Credential.Kubeconfig(kubeconfig));
        return server;
    }

    /** Reads the other credentials, for the addresses that the record would have. */
    Map<ConnectedSystem, Credential> changes(Environment after) {
        boolean samePrometheus = before == null || Objects.equals(before.prometheus(), after.prometheus());
        http(ConnectedSystem.PROMETHEUS, form.prometheusAccess(), samePrometheus);
        boolean sameAlertmanagers = before == null || before.alertmanagers().containsAll(after.alertmanagers());
        http(ConnectedSystem.ALERTMANAGER, form.alertmanagerAccess(), sameAlertmanagers);
        elasticsearch(before == null || Objects.equals(before.elasticsearch(), after.elasticsearch()));
        archive(before == null || Objects.equals(before.archive(), after.archive()));
        return changes;
    }

    private void http(ConnectedSystem system, HttpAccess access, boolean sameAddress) {
        switch (access.kind()) {
            case EnvironmentForm.KEEP -> keep(system, sameAddress);
            case "bearer" -> set(system, access.token().isEmpty(), new Bearer(access.token()));
            case "basic" ->
                set(
                        system,
                        access.user().isEmpty() || access.password().isEmpty(),
                        new Basic(access.user(), access.password()));
            case "client-certificate" ->
                certificate(system, new ClientCertificate(access.certificate(), access.authority()));
            default -> changes.put(system, new None());
        }
    }

    private void certificate(ConnectedSystem system, ClientCertificate credential) {
        try {
            ClientTls.of(credential);
            set(system, false, credential);
        } catch (IllegalArgumentException unusable) {
            faults.add(new Fault(
                    system.token() + "Credential",
                    "The client certificate for " + system.words() + " cannot be used: " + unusable.getMessage()
                            + "."));
        }
    }

    private void elasticsearch(boolean sameAddress) {
        switch (form.elasticsearchCredential()) {
            case EnvironmentForm.KEEP -> keep(ConnectedSystem.ELASTICSEARCH, sameAddress);
            case "api-key" ->
                set(
                        ConnectedSystem.ELASTICSEARCH,
                        form.elasticsearchKey().isEmpty(),
                        new ApiKey(form.elasticsearchKey()));
            case "basic" ->
                set(
                        ConnectedSystem.ELASTICSEARCH,
                        form.elasticsearchUser().isEmpty()
                                || form.elasticsearchPassword().isEmpty(),
                        new Basic(form.elasticsearchUser(), form.elasticsearchPassword()));
            default -> changes.put(ConnectedSystem.ELASTICSEARCH, new None());
        }
    }

    private void archive(boolean sameAddress) {
        switch (form.archiveCredential()) {
            case EnvironmentForm.KEEP -> keep(ConnectedSystem.ARCHIVE, sameAddress);
            case "basic" ->
                set(
                        ConnectedSystem.ARCHIVE,
                        form.archiveKeyId().isEmpty() || form.archiveSecret().isEmpty(),
                        new Basic(form.archiveKeyId(), form.archiveSecret()));
            default -> changes.put(ConnectedSystem.ARCHIVE, new None());
        }
    }

    /** A stored credential never goes to another address than the one it was entered for. */
    private void keep(ConnectedSystem system, boolean sameAddress) {
        if (!sameAddress) {
            faults.add(new Fault(
                    system.token() + "Credential",
                    "The address of " + system.words()
                            + " is another one now: enter its credential again, or choose none."
                            + " A stored one is only ever sent where it was entered for."));
        }
    }

    private void set(ConnectedSystem system, boolean incomplete, Credential credential) {
        if (incomplete) {
            faults.add(new Fault(
                    system.token() + "Credential", "The credential of " + system.words() + " is not complete."));
        } else {
            changes.put(system, credential);
        }
    }

    private URI missing(String field, String sentence) {
        faults.add(new Fault(field, sentence));
        return UNKNOWN;
    }
}
