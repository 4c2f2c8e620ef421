package dev.binnacle.portal.web;

import dev.binnacle.portal.access.Permissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The side navigation: the sections that exist and that the account may open, in their groups. */
@Component
class Navigation {

    private final List<Section> sections;
    private final List<SectionCount> counts;
    private final Permissions permissions;

    Navigation(List<Section> sections, List<SectionCount> counts, Permissions permissions) {
        this.counts = List.copyOf(counts);
        this.sections = sections.stream()
                .sorted(Comparator.comparing(Section::group).thenComparingInt(Section::order))
                .toList();
        this.permissions = permissions;
    }

    /**
     * @param path the current page's, for the current entry
     * @param scope the environment whose pages the entries lead to; null leaves those entries out
     */
    List<Group> groups(String path, @Nullable Scope scope) {
        Optional<Section> current = sections.stream()
                .filter(section -> length(section, path, scope) > 0)
                .max(Comparator.comparingInt(section -> length(section, path, scope)));
        Map<Section.Group, List<Entry>> groups = new TreeMap<>();
        for (Section section : sections) {
            if (offered(section, scope)) {
                groups.computeIfAbsent(section.group(), group -> new java.util.ArrayList<>())
                        .add(new Entry(
                                section.label(),
                                section.icon(),
                                prefix(section, scope) + section.path(),
                                current.filter(section::equals).isPresent(),
                                count(section, scope)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey().label(), group.getValue()))
                .toList();
    }

    private SectionCount.@Nullable Count count(Section section, @Nullable Scope scope) {
        return scope == null
                ? null
                : counts.stream()
                        .filter(count -> count.section().equals(section.path()))
                        .findFirst()
                        .map(count -> count.of(scope.name()))
                        .orElse(null);
    }

    private boolean offered(Section section, @Nullable Scope scope) {
        return switch (section.reach()) {
            case EVERYBODY -> true;
            case ENVIRONMENT -> scope != null;
            case ADMINISTRATORS -> permissions.administers();
        };
    }

    private static int length(Section section, String path, @Nullable Scope scope) {
        return Stream.concat(Stream.of(section.path()), section.covers().stream())
                .map(below -> prefix(section, scope) + below)
                .filter(below -> path.equals(below) || (!below.equals("/") && path.startsWith(below + "/")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String prefix(Section section, @Nullable Scope scope) {
        return section.reach() == Section.Reach.ENVIRONMENT && scope != null ? "/environments/" + scope.name() : "";
    }

    public record Group(String label, List<Entry> entries) {}

    public record Entry(String label, String icon, String path, boolean current, SectionCount.@Nullable Count count) {}
}
