package dev.binnacle.sandbox.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of a program, as they are on the class path, and what they say about versions. */
final class GoModule {
    /** The last of the two lines that name one: a toolchain goes before the language's release. */
    private static final Pattern RELEASE = Pattern.compile("(?ms).*^(?:go |toolchain go)(\\S+)$");

    private final Program program;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private GoModule(Program program) {
        this.program = program;
    }

    static GoModule of(Program program) throws IOException {
        var module = new GoModule(program);
        for (String file : program.files()) {
            module.sources.put(file, read(program.folder() + "/" + file));
        }
        return module;
    }

    /** Changes with every source, version and flag. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((sources + program.tags() + linkerFlags()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The Go release that builds it, such as {@code go1.26.10}. */
    String toolchain() {
        return "go" + first(RELEASE, "a release of Go");
    }

    /** Leaves out debug information, and writes the versions in that the programs report about themselves. */
    String linkerFlags() {
        return switch (program) {
            case KUBERNETES -> LinkerFlags.kubernetes(version("k8s.io/kubernetes"));
            case PROMETHEUS, PROMTOOL ->
                LinkerFlags.stamp(LinkerFlags.published(version("github.com/prometheus/prometheus")));
            case ALERTMANAGER, AMTOOL -> LinkerFlags.stamp(version("github.com/prometheus/alertmanager"));
            case ROLLOUTS, KARPENTER, HELM -> "-s -w";
        };
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey()), source.getValue());
        }
    }

    /** Of a module that it needs, without the v. */
    String version(String module) {
        return first(Pattern.compile("(?m)^\\s*(?:require )?" + Pattern.quote(module) + " v(\\S+)"), module);
    }

    private String first(Pattern pattern, String subject) {
        Matcher matcher = pattern.matcher(sources.getOrDefault("go.mod", ""));
        if (!matcher.find()) {
            throw new IllegalStateException("go.mod of " + program.title() + " does not name " + subject);
        }
        return matcher.group(1);
    }

    private static String read(String resource) throws IOException {
        try (InputStream stream = GoModule.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
