package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.RepositoryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The packaged portal. */
record PortalJar(Path path) {

    /** Finds the one that the build has left; refuses where there is none. */
    static PortalJar find() throws IOException {
        Path folder = RepositoryFolder.find(Path.of("portal", "target")).orElse(Path.of("portal", "target"));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                var jar = files.filter(file -> file.getFileName().toString().matches("portal-.*\\.jar"))
                        .filter(file -> !file.getFileName().toString().matches(".*-(sources|javadoc|plain)\\.jar"))
                        .max(Comparator.naturalOrder());
                if (jar.isPresent()) {
                    return new PortalJar(jar.get().toAbsolutePath());
                }
            }
        }
        throw new Refusal("The portal is not packaged: call make run, which does that first, in the project's folder.");
    }

    /** Changes with the content, by the checksums that a jar has of its entries; its time says nothing. */
    String fingerprint() throws IOException {
        try (var jar = new ZipFile(path.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ZipEntry entry : List.copyOf(jar.stream().toList())) {
                digest.update((entry.getName() + " " + entry.getCrc() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
