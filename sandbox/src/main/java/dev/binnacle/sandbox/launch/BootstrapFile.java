package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartState;
import dev.binnacle.sandbox.part.PartStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file from which the portal learns its first environment, rewritten as a whole whenever a part has changed. */
final class BootstrapFile {
    private static final String LOG_INDEX = "fluent-bit";

    private final Path file;
    private final Settings settings;
    private final Addresses addresses;

    BootstrapFile(Path file, Settings settings, Addresses addresses) {
        this.file = file;
        this.settings = settings;
        this.addresses = addresses;
    }

    Path path() {
        return file;
    }

    synchronized void write(List<PartStatus> parts) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", settings.external() ? "default" : "sandbox");
        content.put("tier", "DEVELOPMENT");
        content.put("sandbox", !settings.external());
        content.put("kubeconfig", kubeconfig());
        content.put("prometheusUrl", given(settings.prometheusUrl(), Addresses.PROMETHEUS));
        content.put("alertmanagerUrls", alertmanagers());
        content.put("elasticsearchUrl", given(settings.elasticsearchUrl(), Addresses.ELASTICSEARCH));
        content.put("elasticsearchIndex", LOG_INDEX);
        content.put("archiveUrl", given("", Addresses.ARCHIVE));
        content.put("parts", parts.stream().map(BootstrapFile::part).toList());
        try {
            Path next = Path.of(file + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, Serialization.asJson(content));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private String kubeconfig() {
        if (settings.external()) {
            return ExternalKubeconfig.read(settings.kubeconfig());
        }
        return addresses.find(Addresses.KUBECONFIG).map(BootstrapFile::text).orElse("");
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private List<String> alertmanagers() {
        if (!settings.alertmanagerUrls().isEmpty() || settings.external()) {
            return settings.alertmanagerUrls();
        }
        return addresses.find(Addresses.ALERTMANAGER).map(List::of).orElse(List.of());
    }

    private String given(String url, String key) {
        return !url.isBlank() || settings.external() ? url : addresses.find(key).orElse("");
    }

    private static Map<String, Object> part(PartStatus status) {
        var part = new LinkedHashMap<String, Object>();
        part.put("name", status.name());
        part.put("state", word(status.state()));
        part.put("since", status.since().toString());
        part.put("detail", status.detail());
        part.put("progress", status.progress() > 0 ? status.progress() + " %" : "");
        return part;
    }

    /** As the portal's overview reads it. */
    private static String word(PartState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case BUILDING -> "building";
            case STARTING -> "starting";
            case RUNNING -> "ready";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        };
    }
}
