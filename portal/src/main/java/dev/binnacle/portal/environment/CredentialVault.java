package dev.binnacle.portal.environment;

import com.google.crypto.tink.Aead;
import dev.binnacle.portal.environment.Credential.None;
import dev.binnacle.portal.problem.Unavailable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The credentials of the environments, encrypted before they reach PostgreSQL. */
@Repository
class CredentialVault {

    private final JdbcClient jdbc;
    private final Aead aead;
    private final Clock clock;

    CredentialVault(JdbcClient jdbc, Aead aead, Clock clock) {
        this.jdbc = jdbc;
        this.aead = aead;
        this.clock = clock;
    }

    /** Keeps a credential in the caller's transaction, in the place of a former one; {@link None} removes it. */
    void keep(EnvironmentId environment, ConnectedSystem system, Credential credential, String account) {
        jdbc.sql("delete from environment_credentials where environment = ? and system = ?")
                .params(environment.value(), system.name())
                .update();
        if (credential instanceof None) {
            return;
        }
        jdbc.sql(
                        "insert into environment_credentials (environment, system, ciphertext, set_by, set_at) values (?, ?, ?, ?, ?)")
                .params(
                        environment.value(),
                        system.name(),
                        encrypted(environment, system, credential),
                        account,
                        OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Decrypts one.
     *
     * @throws Unavailable where the key that encrypted it is not the portal's any more
     */
    Credential of(EnvironmentId environment, ConnectedSystem system) {
        return jdbc.sql("select ciphertext from environment_credentials where environment = ? and system = ?")
                .params(environment.value(), system.name())
                .query((row, number) -> decrypted(environment, system, row.getBytes(1)))
                .optional()
                .orElseGet(None::new);
    }

    /** Tells for each system that has a credential who set it and when, never what it is. */
    Map<ConnectedSystem, CredentialOrigin> origins(EnvironmentId environment) {
        Map<ConnectedSystem, CredentialOrigin> origins = new EnumMap<>(ConnectedSystem.class);
        jdbc.sql("select system, set_by, set_at from environment_credentials where environment = ?")
                .param(environment.value())
                .query((RowCallbackHandler)
                        row -> origins.put(ConnectedSystem.valueOf(row.getString(1)), CredentialOrigin.of(row)));
        return origins;
    }

    private byte[] encrypted(EnvironmentId environment, ConnectedSystem system, Credential credential) {
        try {
            return aead.encrypt(
                    CredentialText.of(credential).getBytes(StandardCharsets.UTF_8),
                    associatedData(environment, system));
        } catch (GeneralSecurityException failure) {
            throw new Unavailable(
                    "Credential store", "The credential could not be encrypted; nothing was saved.", failure);
        }
    }

    private Credential decrypted(EnvironmentId environment, ConnectedSystem system, byte[] ciphertext) {
        try {
            byte[] text = aead.decrypt(ciphertext, associatedData(environment, system));
            return CredentialText.read(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new Unavailable(
                    "Credential store",
                    "The stored credential of " + system.words()
                            + " was encrypted under a key that the portal does not have. Set it again, or give the portal"
                            + " the former key.",
                    failure);
        }
    }

    private static byte[] associatedData(EnvironmentId environment, ConnectedSystem system) {
        return (environment + "/" + system).getBytes(StandardCharsets.UTF_8);
    }
}
