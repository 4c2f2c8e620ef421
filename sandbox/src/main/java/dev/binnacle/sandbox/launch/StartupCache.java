package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the portal is unpacked beside its jar, with the ahead-of-time cache that belongs to it: classes loaded and
 * linked, and profiles of what a start runs. Another jar or another JDK has another folder; a cache that the JVM cannot
 * use all the same is left out by it.
 */
final class StartupCache {
    private static final String CACHE = "portal.aot";

    private final PortalJar jar;
    private final Path shelf;
    private final Path folder;

    private StartupCache(PortalJar jar, String name) {
        this.jar = jar;
        this.shelf = jar.path().resolveSibling("startup");
        this.folder = shelf.resolve(name);
    }

    static StartupCache of(PortalJar jar) throws IOException {
        String java = Runtime.version().toString().replaceAll("[^0-9A-Za-z.-]", "-");
        return new StartupCache(jar, jar.fingerprint() + "-java-" + java);
    }

    /** No cache: the jar is started as it is. */
    static StartupCache none(PortalJar jar) {
        return new StartupCache(jar, "none");
    }

    boolean made() {
        return Files.isRegularFile(folder.resolve(CACHE));
    }

    /** The arguments of {@code java} that start the portal, with the cache where it is made. */
    List<String> arguments() {
        return made()
                ? List.of(
                        "-XX:AOTCache=" + folder.resolve(CACHE),
                        "-jar",
                        unpacked().toString())
                : List.of("-jar", jar.path().toString());
    }

    PortalJar jar() {
        return jar;
    }

    /** Makes room: the folders of other jars go, and what an unfinished training has left. */
    Path emptyFolder() throws IOException {
        ScratchFolder.of(shelf).delete();
        return Files.createDirectories(folder);
    }

    /** The jar whose manifest names its libraries as files: the JVM has no cache for jars within a jar. */
    Path unpacked() {
        return unpackedFolder().resolve(jar.path().getFileName());
    }

    Path unpackedFolder() {
        return folder.resolve("portal");
    }

    /** Puts the finished cache into its place, in one step. */
    void take(Path finished) throws IOException {
        Files.move(finished, folder.resolve(CACHE));
    }
}
