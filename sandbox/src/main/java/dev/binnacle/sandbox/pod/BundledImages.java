package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.part.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds a program that the build has made, and gives its image the tags that can be deployed.
 *
 * @param module the module, which is also the image's name below {@code binnacle/}
 * @param versionVariable the environment variable that tells the program its tag
 */
record BundledImages(String module, String versionVariable) {

    static final BundledImages ECHO = new BundledImages("echo-service", "ECHO_VERSION");
    static final BundledImages WEBHOOK = new BundledImages("admission-webhook", "WEBHOOK_VERSION");

    private static final String SNAPSHOT = "-SNAPSHOT";

    /** The system property that names the jar where it does not lie in the project. */
    String property() {
        return "binnacle." + module + ".jar";
    }

    /**
     * The image, or nothing where its module has not been built.
     *
     * @param store where a copy of the program is kept: a build may replace the original while pods run
     */
    Optional<BundledImage> find(Path store) throws IOException {
        String named = System.getProperty(property(), "");
        Optional<Path> jar = named.isEmpty() ? built() : Optional.of(Path.of(named));
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        Path file = copy(jar.get(), store);
        return Optional.of(BundledImage.of("binnacle/" + module, tags(file), file, versionVariable));
    }

    /** Copies it into a folder of its time; one that is there already may be running. */
    private static Path copy(Path jar, Path store) throws IOException {
        Path folder = store.resolve(Long.toString(Files.getLastModifiedTime(jar).toMillis()));
        Path copy = Files.createDirectories(folder).resolve(jar.getFileName());
        if (!Files.exists(copy)) {
            Path unfinished = folder.resolve("unfinished");
            Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    /** The version, with and without what marks it as unfinished, its canary, and the next patch: all the same program. */
    Set<String> tags(Path jar) {
        String name = jar.getFileName().toString();
        String version = name.replaceAll("^" + module + "-|\\.jar$", "");
        String release = version.replace(SNAPSHOT, "");
        int dot = release.lastIndexOf('.') + 1;
        String patch = release.substring(dot);
        String next =
                patch.matches("\\d+") ? release.substring(0, dot) + (Integer.parseInt(patch) + 1) : release + ".1";
        return Set.of(release, release + "-canary", next, release + SNAPSHOT);
    }

    private Optional<Path> built() throws IOException {
        Optional<Path> target = RepositoryFolder.find(Path.of(module, "target"));
        return target.isEmpty() ? Optional.empty() : newest(target.get());
    }

    private Optional<Path> newest(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches(module + "-\\d[^/]*\\.jar"))
                    .sorted()
                    .toList();
            return jars.isEmpty() ? Optional.empty() : Optional.of(jars.getLast());
        }
    }
}
