package dev.binnacle.portal.access;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.problem.NotFound;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles; each change is recorded in the audit trail in the same transaction. */
@Service
@Transactional
public class Grants {

    private final AccountRecords records;
    private final TokenRecords tokens;
    private final LastAdministrator lastAdministrator;
    private final Permissions permissions;
    private final AuditTrail audit;

    Grants(
            AccountRecords records,
            TokenRecords tokens,
            LastAdministrator lastAdministrator,
            Permissions permissions,
            AuditTrail audit) {
        this.records = records;
        this.tokens = tokens;
        this.lastAdministrator = lastAdministrator;
        this.permissions = permissions;
        this.audit = audit;
    }

    /**
     * Gives the account that role there instead of the one it had, if any.
     *
     * @param environment its name, or {@link Account#EVERYWHERE}
     * @throws NotFound where no account has that name
     */
    public void grant(String account, String environment, Role role) {
        lastAdministrator.hold();
        record("grant", account, Map.of("environment", environment, "role", word(role)));
        records.grant(account, environment, role);
        lastAdministrator.require();
    }

    /** Takes away whatever role the account has there; without one, nothing happens. */
    public void revoke(String account, String environment) {
        lastAdministrator.hold();
        record("revoke", account, Map.of("environment", environment));
        records.revoke(account, environment);
        lastAdministrator.require();
    }

    /** Takes away every role and token of an environment that is being deleted: no later one of that name inherits them. */
    public void revokeAll(String environment) {
        records.revokeAll(environment);
        tokens.deleteAll(environment);
    }

    private void record(String verb, String name, Map<String, String> details) {
        Account account = records.find(name).orElseThrow(() -> new NotFound("There is no account " + name + "."));
        audit.record(new AuditEntry(
                permissions.account(), "account." + verb, null, "account " + account.name(), "", details));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
