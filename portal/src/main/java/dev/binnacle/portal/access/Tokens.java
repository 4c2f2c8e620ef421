package dev.binnacle.portal.access;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The API tokens, for administrators. A token is good for what {@link Routes} opens to programs, in one environment,
 * until it expires or is revoked.
 */
@Service
@Transactional
public class Tokens {

    /** How a secret begins, so that scanners for leaked secrets find it. */
    private static final String PREFIX = "binnacle_";

    private static final int SECRET_BYTES = 32;

    private final TokenRecords records;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenRecords records, Permissions permissions, AuditTrail audit, Clock clock) {
        this.records = records;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return every token by name, expired ones included */
    public List<Token> all() {
        return records.all();
    }

    /**
     * @param role viewer or operator
     * @return the secret, to be shown once
     * @throws Conflict where the name is taken
     */
    public String create(AccountName name, String environment, Role role, Duration lifetime) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        var token = new Token(name.value(), environment, role, permissions.account(), now, now.plus(lifetime), null);
        record(
                "create",
                token.name(),
                Map.of(
                        "environment", environment,
                        "role", role.name().toLowerCase(Locale.ROOT),
                        "expires", token.expiresAt().toString()));
        if (!records.create(token, hash(secret))) {
            throw new Conflict("There is a token " + token.name() + " already. Nothing was changed.");
        }
        return secret;
    }

    /** Ends the token with its next use. */
    public void revoke(String name) {
        record("revoke", name, Map.of());
        if (!records.delete(name)) {
            throw new NotFound("There is no token " + name + ".");
        }
    }

    /** @return the token whose secret that is, unless it has expired */
    Optional<Token> ofSecret(String secret) {
        Instant now = clock.instant();
        Optional<Token> token = records.find(hash(secret)).filter(found -> !found.expired(now));
        token.ifPresent(found -> records.used(found.name(), now));
        return token;
    }

    private void record(String verb, String name, Map<String, String> details) {
        audit.record(new AuditEntry(permissions.account(), "token." + verb, null, "token " + name, "", details));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
