package dev.binnacle.portal.access;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts, for administrators. Every change is recorded in the audit trail in the same transaction, under the name
 * of the account that asks.
 */
@Service
@Transactional
public class Accounts {

    private final AccountRecords records;
    private final LastAdministrator lastAdministrator;
    private final PasswordHashes hashes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(
            AccountRecords records,
            LastAdministrator lastAdministrator,
            PasswordHashes hashes,
            Passwords passwords,
            Sessions sessions,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.lastAdministrator = lastAdministrator;
        this.hashes = hashes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return every account by name */
    public List<Account> all() {
        return records.all();
    }

    /** @throws NotFound where no account has that name */
    public Account named(String name) {
        return records.find(name).orElseThrow(() -> new NotFound("There is no account " + name + "."));
    }

    /** @return how many sessions of the account go on */
    public int sessionsOf(String name) {
        return sessions.count(name);
    }

    /**
     * @return the one-time password, to be shown once
     * @throws Conflict where the name is taken
     */
    public String create(AccountName name) {
        String password = passwords.generate();
        record("create", name.value());
        if (!records.create(name.value(), passwords.hash(password), clock.instant())) {
            throw new Conflict("There is an account " + name.value() + " already. Nothing was changed.");
        }
        return password;
    }

    /** Ends the account's sessions. @return a one-time password, to be shown once */
    public String resetPassword(String name) {
        String password = passwords.generate();
        named(name);
        record("reset-password", name);
        hashes.keep(name, passwords.hash(password), true);
        sessions.endAll(name);
        return password;
    }

    /** Lets the account sign in no longer, and ends its sessions. */
    public void disable(String name) {
        lastAdministrator.hold();
        named(name);
        record("disable", name);
        records.disable(name, true);
        lastAdministrator.require();
        sessions.endAll(name);
    }

    public void enable(String name) {
        named(name);
        record("enable", name);
        records.disable(name, false);
    }

    public void endSessions(String name) {
        named(name);
        record("end-sessions", name);
        sessions.endAll(name);
    }

    private void record(String verb, String name) {
        audit.record(new AuditEntry(permissions.account(), "account." + verb, null, "account " + name, "", Map.of()));
    }
}
