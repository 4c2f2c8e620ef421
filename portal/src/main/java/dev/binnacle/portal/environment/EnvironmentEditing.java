package dev.binnacle.portal.environment;

import dev.binnacle.portal.access.Grants;
import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.problem.Conflict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates, edits and deletes environments: record, credentials and audit entry together or not at all. */
@Service
class EnvironmentEditing {

    private final EnvironmentRecords records;
    private final CredentialVault vault;
    private final Grants grants;
    private final AuditTrail audit;
    private final EnvironmentDirectory directory;
    private final TransactionTemplate transaction;

    EnvironmentEditing(
            EnvironmentRecords records,
            CredentialVault vault,
            Grants grants,
            AuditTrail audit,
            EnvironmentDirectory directory,
            TransactionTemplate transaction) {
        this.records = records;
        this.vault = vault;
        this.grants = grants;
        this.audit = audit;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** @throws Conflict where the name is taken */
    void create(Draft draft, String account) {
        change("environment.create", draft.environment(), account, facts(draft), () -> {
            records.add(draft.environment());
            keepCredentials(draft, account);
        });
    }

    /** @throws Conflict where somebody else changed the record first */
    void edit(Draft draft, String account) {
        change("environment.edit", draft.environment(), account, facts(draft), () -> {
            records.replace(draft.environment());
            keepCredentials(draft, account);
        });
    }

    /**
     * Deletes the record with its credentials and the roles in it; the cluster and the audit stay.
     *
     * @param typedName what was typed to confirm
     * @throws Conflict where that is not its name, or somebody else changed the record first
     */
    void delete(Environment environment, String typedName, String account) {
        if (!environment.name().equals(typedName)) {
            throw new Conflict("Nothing was deleted: “" + typedName + "” is not the name of this environment, "
                    + environment.name() + ".");
        }
        change("environment.delete", environment, account, Map.of(), () -> {
            records.remove(environment.id(), environment.name(), environment.version());
            grants.revokeAll(environment.name());
        });
    }

    private void change(
            String action, Environment environment, String account, Map<String, String> facts, Runnable write) {
        transaction.executeWithoutResult(status -> {
            write.run();
            audit.record(new AuditEntry(
                    account, action, environment.name(), "environment " + environment.name(), "", facts));
        });
        directory.refresh();
    }

    private void keepCredentials(Draft draft, String account) {
        draft.credentials()
                .forEach((system, credential) -> vault.keep(draft.environment().id(), system, credential, account));
    }

    private static Map<String, String> facts(Draft draft) {
        Environment environment = draft.environment();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("tier", environment.tier().token());
        facts.put("cluster", environment.clusterUrl().toString());
        facts.put(
                "namespaces", environment.namespaces().isEmpty() ? "all" : String.join(", ", environment.namespaces()));
        facts.put("prometheus", String.valueOf(environment.prometheus()));
        facts.put("alertmanagers", environment.alertmanagers().toString());
        facts.put("elasticsearch", String.valueOf(environment.elasticsearch()));
        facts.put("archive", String.valueOf(environment.archive()));
        facts.put(
                "credentials changed",
                draft.credentials().keySet().stream().sorted().toList().toString());
        return facts;
    }
}
