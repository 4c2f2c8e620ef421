package dev.binnacle.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An opening tag in the source of a template.
 *
 * @param place its file and line, with the tag as it is written
 * @param name in lower case
 * @param attributes by name in lower case
 * @param body the text that follows it, up to the next tag
 */
record Tag(String place, String name, Map<String, String> attributes, String body) {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final String VALUE = "\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]++)";
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=>\"'/]++)(" + VALUE + ")?+");
    private static final Pattern TAG =
            Pattern.compile("<([a-zA-Z][\\w:-]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>([^<]*+)");

    static List<Tag> ofAllTemplates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .flatMap(file -> in(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean named(String other) {
        return name.equals(other);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String value(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** @return whether it has an attribute whose name matches, plain or through Thymeleaf */
    boolean sets(String expression) {
        String appended = "(attr|attrappend|attrprepend)";
        return attributes.entrySet().stream()
                .anyMatch(attribute -> attribute.getKey().matches("(th:)?" + expression + "(append)?")
                        || (attribute.getKey().matches("th:" + appended)
                                && attribute.getValue().matches("(?s)(.*,)?\\s*" + expression + "\\s*=.*")));
    }

    /** @return whether text beside it is written into the page as it is */
    boolean unescaped() {
        return body.contains("[(");
    }

    private static List<Tag> in(Path file) {
        String source = COMMENT.matcher(text(file))
                .replaceAll(comment -> "\n".repeat((int)
                        comment.group().chars().filter(sign -> sign == '\n').count()));
        List<Tag> tags = new ArrayList<>();
        var matcher = TAG.matcher(source);
        while (matcher.find()) {
            long line = 1
                    + source.substring(0, matcher.start())
                            .chars()
                            .filter(sign -> sign == '\n')
                            .count();
            tags.add(new Tag(
                    TEMPLATES.relativize(file) + ":" + line + " <" + matcher.group(1) + matcher.group(2) + ">",
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    attributes(matcher.group(2)),
                    matcher.group(3)));
        }
        return tags;
    }

    private static Map<String, String> attributes(String source) {
        Map<String, String> attributes = new HashMap<>();
        var matcher = ATTRIBUTE.matcher(source);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
            attributes.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    value.replaceFirst("^=\\s*", "").replaceAll("^[\"']|[\"']$", ""));
        }
        return attributes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
