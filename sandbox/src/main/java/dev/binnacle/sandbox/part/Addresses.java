package dev.binnacle.sandbox.part;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;

/** Where the parts are reached: what each published when it became ready, by key. Kept in a properties file. */
public final class Addresses {
    /** Path of the administrator's kubeconfig. */
    public static final String KUBECONFIG = "kubernetes.kubeconfig";
    /** Base address of Prometheus. */
    public static final String PROMETHEUS = "prometheus.url";
    /** Base address of Alertmanager. */
    public static final String ALERTMANAGER = "alertmanager.url";
    /** JDBC URL of PostgreSQL's {@code postgres} database. */
    public static final String POSTGRESQL = "postgresql.url";
    /** Base address of Elasticsearch. */
    public static final String ELASTICSEARCH = "elasticsearch.url";
    /** Address of the storage of rotated log files, with its bucket and folder. */
    public static final String ARCHIVE = "archive.url";
    /** Address at which a running sandbox takes orders. */
    public static final String CONTROL = "control.url";
    /** The secret that goes with an order. */
    public static final String CONTROL_TOKEN = "control.token";

    private final Map<String, String> values = new ConcurrentSkipListMap<>();

    /** Reads an address file. */
    public static Addresses read(Path file) throws IOException {
        var addresses = new Addresses();
        addresses.merge(Files.readString(file));
        return addresses;
    }

    /** Takes over everything in the text of an address file. */
    public void merge(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        properties.stringPropertyNames().forEach(key -> publish(key, properties.getProperty(key)));
    }

    public void publish(String key, String value) {
        values.put(key, value);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value that a part published.
     *
     * @throws PartFailure when none did
     */
    public String get(String key) {
        return find(key).orElseThrow(() -> new PartFailure("No part of the sandbox has published " + key + "."));
    }

    /** The text of an address file. */
    public String text() {
        var properties = new Properties();
        properties.putAll(values);
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the address file in one step: a reader sees the old or the new one. Only its owner may. */
    public synchronized void write(Path file) {
        try {
            Path next = Path.of(file + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, text());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the address file " + file, e);
        }
    }
}
