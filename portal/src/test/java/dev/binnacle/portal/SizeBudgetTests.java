package dev.binnacle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The size of classes, in every module. Test code is held to the longest only. */
class SizeBudgetTests {

    static Stream<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(Path::normalize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noClassIsLong(Path module) throws IOException {
        assertThat(sources(module.resolve("src")).filter(source -> lines(source) > 250))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void mostClassesAreShort(Path module) throws IOException {
        List<Long> lengths = sources(module.resolve("src/main/java"))
                .map(SizeBudgetTests::lines)
                .sorted()
                .toList();
        if (!lengths.isEmpty()) {
            assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(60);
            assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine in ten").isLessThanOrEqualTo(110);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void atMostHalfOfTheTypesArePublic(Path module) throws IOException {
        List<Path> sources = sources(module.resolve("src/main/java")).toList();
        long shown = sources.stream().filter(SizeBudgetTests::isPublic).count();
        assertThat(shown).isLessThanOrEqualTo(Math.ceilDiv(sources.size(), 2));
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        }
    }

    private static long lines(Path source) {
        return text(source).lines().count();
    }

    private static boolean isPublic(Path source) {
        return text(source).lines().anyMatch(line -> line.matches("public .*(class|interface|record|enum) .*"));
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
