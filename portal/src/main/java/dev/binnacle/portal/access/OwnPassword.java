package dev.binnacle.portal.access;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the password of the account that asks. */
@Service
class OwnPassword {

    private final PasswordHashes hashes;
    private final SignInAttempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    OwnPassword(
            PasswordHashes hashes,
            SignInAttempts attempts,
            Passwords passwords,
            Sessions sessions,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.hashes = hashes;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @return why the password stays as it is, or empty where it was changed and all sessions were ended */
    Optional<String> change(String account, String password, String chosen, String address) {
        Optional<Instant> waits = attempts.waitsUntil(account, address);
        if (waits.isPresent()) {
            return Optional.of("Too many attempts. Try again in a few minutes.");
        }
        if (!passwords.matches(password, hashes.of(account))) {
            transaction.executeWithoutResult(status -> refused(account, address));
            return Optional.of("The present password is another one.");
        }
        if (chosen.length() < Passwords.SHORTEST || chosen.length() > Passwords.LONGEST) {
            return Optional.of("A password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters.");
        }
        if (chosen.equals(password)) {
            return Optional.of("The new password is the old one.");
        }
        String hash = passwords.hash(chosen);
        transaction.executeWithoutResult(status -> keep(account, hash));
        sessions.endAll(account);
        return Optional.empty();
    }

    private void refused(String account, String address) {
        attempts.failed(account, address);
        audit.record(entry(account, "account.change-password-refused"));
    }

    private void keep(String account, String hash) {
        hashes.keep(account, hash, false);
        audit.record(entry(account, "account.change-password"));
    }

    private static AuditEntry entry(String account, String action) {
        return new AuditEntry(account, action, null, "account " + account, "", Map.of());
    }
}
