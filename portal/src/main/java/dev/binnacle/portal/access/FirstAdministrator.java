package dev.binnacle.portal.access;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the account {@code admin} where there is none yet, and prints its one-time password unless it was given. */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NAME = "admin";

    private final AccountRecords accounts;
    private final Passwords passwords;
    private final AccessSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    FirstAdministrator(
            AccountRecords accounts, Passwords passwords, AccessSettings settings, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        accounts.lock();
        if (!accounts.all().isEmpty()) {
            return;
        }
        boolean given = !settings.adminPassword().isBlank();
        String password = given ? settings.adminPassword() : passwords.generate();
        accounts.create(NAME, passwords.hash(password), clock.instant());
        accounts.grant(NAME, Account.EVERYWHERE, Role.ADMINISTRATOR);
        audit.record(new AuditEntry(
                "binnacle",
                "account.create",
                null,
                "account " + NAME,
                "",
                Map.of("role", "administrator of everything")));
        if (!given) {
            log.info("Sign in as {} with the one-time password {}", NAME, password);
        }
    }
}
