package dev.binnacle.sandbox.pod.volume;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The volumes that a container mounts, kept up to date until they are closed. A process sees the same file system as
 * every other one, so whatever names a mount path is told the folder in its place.
 */
public final class MountedVolumes implements AutoCloseable {

    private final Path folder;
    private final Map<String, Path> mounts = new LinkedHashMap<>();
    private final List<AutoCloseable> watches = new ArrayList<>();

    private MountedVolumes(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the volumes into a new folder.
     *
     * @throws MissingSource where a Secret, a ConfigMap or a key that is not optional is missing
     */
    public static MountedVolumes open(KubernetesClient client, Pod pod, Container container, Path parent)
            throws IOException {
        Files.createDirectories(parent);
        var volumes = new MountedVolumes(
                Files.createTempDirectory(parent, pod.getMetadata().getName() + "-"));
        try {
            Map<String, Path> folders = new HashMap<>();
            for (VolumeMount mount : container.getVolumeMounts()) {
                Optional<Volume> volume = pod.getSpec().getVolumes().stream()
                        .filter(candidate -> candidate.getName().equals(mount.getName()))
                        .findFirst();
                if (volume.isPresent()) {
                    Path at = folders.computeIfAbsent(mount.getName(), volumes.folder::resolve);
                    volumes.mount(client, pod.getMetadata().getNamespace(), volume.get(), mount, at);
                }
            }
            return volumes;
        } catch (IOException | RuntimeException failure) {
            volumes.close();
            throw failure;
        }
    }

    private void mount(KubernetesClient client, String namespace, Volume volume, VolumeMount mount, Path at)
            throws IOException {
        if (volume.getEmptyDir() != null) {
            Files.createDirectories(at);
        } else {
            Optional<VolumeSource> source = VolumeSource.of(volume);
            if (source.isEmpty()) {
                return;
            }
            watches.add(source.get().keep(client, namespace, new VolumeFolder(at)));
        }
        Path place = Optional.ofNullable(mount.getSubPath()).map(at::resolve).orElse(at);
        mounts.put(mount.getMountPath().replaceAll("/+$", ""), place);
    }

    /** The text with each mount path in it, and each path below one, leading into the volume's folder. */
    public String translate(String text) {
        String translated = text;
        for (Map.Entry<String, Path> mount : mounts.entrySet()) {
            translated = Pattern.compile("(?<![\\w./-])" + Pattern.quote(mount.getKey()) + "(?=$|[/:,;\\s\"'])")
                    .matcher(translated)
                    .replaceAll(Matcher.quoteReplacement(mount.getValue().toString()));
        }
        return translated;
    }

    /** Stops watching and deletes the folder. */
    @Override
    public void close() {
        try {
            for (AutoCloseable watch : watches) {
                watch.close();
            }
            VolumeFolder.delete(folder);
        } catch (Exception failure) {
            System.getLogger(MountedVolumes.class.getName())
                    .log(System.Logger.Level.DEBUG, "The volumes in " + folder + " were not deleted", failure);
        }
    }
}
