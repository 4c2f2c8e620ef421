package dev.binnacle.sandbox.part;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what lies in the repository, from the place of this code or from the current folder upwards. */
public final class RepositoryFolder {
    private RepositoryFolder() {}

    /** Returns the folder or file of this path below the repository's root, or nothing where there is none. */
    public static Optional<Path> find(Path relative) {
        return Stream.concat(upwards(codePlace()), upwards(Path.of("").toAbsolutePath()))
                .map(folder -> folder.resolve(relative))
                .filter(Files::exists)
                .findFirst();
    }

    private static Stream<Path> upwards(@Nullable Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent).map(Path::toAbsolutePath);
    }

    private static @Nullable Path codePlace() {
        var source = RepositoryFolder.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
