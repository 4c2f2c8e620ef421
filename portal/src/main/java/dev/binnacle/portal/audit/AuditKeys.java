package dev.binnacle.portal.audit;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of the trail, kept encrypted beside it. Where none of them can be decrypted, as after the portal's keyset was
 * lost, a new one seals from then on, and what came before is not proven any more.
 */
@Component
class AuditKeys {

    private static final Logger log = LoggerFactory.getLogger(AuditKeys.class);

    private final JdbcClient jdbc;
    private final Aead aead;
    private final SecretKey current;

    AuditKeys(JdbcClient jdbc, Aead aead, AuditRecords records, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.aead = aead;
        this.current = Objects.requireNonNull(transaction.execute(status -> {
            long last = records.lockHead().number();
            return stored().entrySet().stream()
                    .sorted((one, other) -> Long.compare(other.getKey(), one.getKey()))
                    .flatMap(entry -> decrypted(entry.getKey(), entry.getValue()).stream())
                    .findFirst()
                    .orElseGet(() -> added(last + 1));
        }));
    }

    /** @return the key that seals now */
    SecretKey current() {
        return current;
    }

    /** @return each key by the number of the first entry that it seals; in the place of a lost one, one that fits nothing */
    NavigableMap<Long, SecretKey> all() {
        var keys = new TreeMap<Long, SecretKey>();
        stored().forEach((first, ciphertext) ->
                keys.put(first, decrypted(first, ciphertext).orElseGet(AuditKeys::random)));
        return keys;
    }

    static SecretKey random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, Seal.ALGORITHM);
    }

    private Map<Long, byte[]> stored() {
        Map<Long, byte[]> stored = new HashMap<>();
        jdbc.sql("select first_entry, ciphertext from audit_keys")
                .query((row, number) -> stored.put(row.getLong(1), row.getBytes(2)))
                .list();
        return stored;
    }

    private SecretKey added(long first) {
        SecretKey key = random();
        try {
            jdbc.sql("insert into audit_keys (first_entry, ciphertext) values (?, ?)")
                    .params(first, aead.encrypt(key.getEncoded(), boundTo(first)))
                    .update();
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the audit trail cannot be encrypted", e);
        }
    }

    private Optional<SecretKey> decrypted(long first, byte[] ciphertext) {
        try {
            return Optional.of(new SecretKeySpec(aead.decrypt(ciphertext, boundTo(first)), Seal.ALGORITHM));
        } catch (GeneralSecurityException e) {
            log.error("The key of the audit trail from entry {} on is not of this portal's keyset", first);
            return Optional.empty();
        }
    }

    private static byte[] boundTo(long first) {
        return ("audit trail from entry " + first).getBytes(StandardCharsets.UTF_8);
    }
}
