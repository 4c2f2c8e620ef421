package dev.binnacle.admission;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each new TLS connection the key that lies in a folder now. The files are looked at again and again, which also
 * sees Kubernetes exchange the link to a whole folder; a pair that cannot be used leaves the one before in use.
 */
final class CurrentKey extends X509ExtendedKeyManager implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentKey.class);
    /** How often the files are looked at. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final String ALIAS = "key-";

    private final Path folder;
    private final Duration interval;
    private final Thread watch;
    private volatile Held current;
    /** A handshake may ask for the key's name just before a change, and for the key just after it. */
    private volatile Held previous;

    private int changes;
    private String complaint = "";

    /**
     * @throws IOException where there is no key yet
     * @throws GeneralSecurityException where what is there cannot be used
     */
    CurrentKey(Path folder, Duration interval) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.interval = interval;
        this.current = new Held(ALIAS + 0, ServingKey.read(folder));
        this.previous = current;
        this.watch = Thread.ofVirtual().name("certificate").start(this::watch);
    }

    ServingKey get() {
        return current.key();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(interval);
                reload();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reload() {
        try {
            ServingKey found = ServingKey.read(folder);
            if (!found.equals(current.key())) {
                previous = current;
                current = new Held(ALIAS + ++changes, found);
                LOG.warn(
                        "New connections get the certificate {}",
                        found.certificate().getSerialNumber());
            }
            complaint = "";
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(complaint)) {
                LOG.warn("The certificate stays in use, since the new one cannot be read: {}", now);
            }
            complaint = now;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        Held held = current;
        return keyType.equals(held.key().key().getAlgorithm()) ? held.alias() : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return held(alias).chainArray();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return held(alias).key();
    }

    private ServingKey held(String alias) {
        Held held = current;
        return held.alias().equals(alias) ? held.key() : previous.key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {current.alias()};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private record Held(String alias, ServingKey key) {}
}
