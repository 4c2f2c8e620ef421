package dev.binnacle.portal.access;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets an account in by its name and password, and records whether it did. */
@Service
class SignIn {

    private static final int LONGEST_NAME = 63;

    private final AccountRecords accounts;
    private final PasswordHashes hashes;
    private final SignInAttempts attempts;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SignIn(
            AccountRecords accounts,
            PasswordHashes hashes,
            SignInAttempts attempts,
            Passwords passwords,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Verifies outside of a transaction, because hashing takes long and would hold a connection. */
    Outcome attempt(String typedName, String password, String address) {
        String name = shortened(typedName.strip().toLowerCase(Locale.ROOT));
        Optional<Instant> waits = attempts.waitsUntil(name, address);
        if (waits.isPresent()) {
            return new Outcome.Waits(waits.get());
        }
        Optional<Account> account = accounts.find(name).filter(found -> !found.disabled());
        boolean matches = password.length() <= Passwords.LONGEST
                && passwords.matches(password, account.flatMap(found -> hashes.of(found.name())));
        return transaction.execute(status -> matches ? accepted(name, address) : refused(name, address));
    }

    private Outcome accepted(String name, String address) {
        attempts.succeeded(name);
        audit.record(new AuditEntry(name, "account.sign-in", null, "account " + name, "", Map.of("address", address)));
        return new Outcome.Accepted(name);
    }

    private Outcome refused(String name, String address) {
        int left = attempts.failed(name, address);
        audit.record(new AuditEntry(
                name, "account.sign-in-refused", null, "account " + name, "", Map.of("address", address)));
        return new Outcome.Refused(left);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** What became of an attempt. */
    sealed interface Outcome {
        record Accepted(String account) implements Outcome {}

        /** @param left attempts before the name waits */
        record Refused(int left) implements Outcome {}

        record Waits(Instant until) implements Outcome {}
    }
}
