package dev.binnacle.sandbox.pod;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An image that comes with the product and runs here as a Java program.
 *
 * @param repository the image's name without its tag, {@code binnacle/echo-service} say
 * @param tags the tags that can be pulled; any other one is not found, as in a registry
 * @param classPath what {@code java -cp} is given
 * @param mainClass the program's main class, or empty where the class path is one runnable jar
 * @param versionVariable the environment variable that tells the program its tag
 */
public record BundledImage(
        String repository, Set<String> tags, List<Path> classPath, String mainClass, String versionVariable) {

    /** Small and quick to start, rather than fast: many of them share a small machine. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-Xss512k",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=24m",
            "-XX:+EnableDynamicAgentLoading");

    public BundledImage {
        if (classPath.isEmpty()) {
            throw new IllegalArgumentException("The image " + repository + " has no program");
        }
        tags = Set.copyOf(tags);
        classPath = List.copyOf(classPath);
    }

    /** The image of a runnable jar. */
    public static BundledImage of(String repository, Set<String> tags, Path jar, String versionVariable) {
        return new BundledImage(repository, tags, List.of(jar), "", versionVariable);
    }

    /** The command that starts the program with these arguments. */
    List<String> command(Path java, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        String path = String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
        command.addAll(mainClass.isEmpty() ? List.of("-jar", path) : List.of("-cp", path, mainClass));
        command.addAll(arguments);
        return command;
    }
}
