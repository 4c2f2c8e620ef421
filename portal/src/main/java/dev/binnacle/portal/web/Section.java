package dev.binnacle.portal.web;

import java.util.List;

/**
 * An entry of the side navigation. A room publishes one as a bean for each of its pages that somebody goes to directly,
 * so that the navigation holds what exists and nothing else.
 *
 * @param order smallest first within the group
 * @param icon the name of a symbol in {@code icons.svg}
 * @param path from the root, "/audit"; within an environment from there, "/workloads"
 * @param reach who sees it
 * @param covers further paths, written as {@code path} is, during which the entry is the current one
 */
public record Section(
        Group group, int order, String label, String icon, String path, Reach reach, List<String> covers) {

    public Section {
        covers = List.copyOf(covers);
    }

    /** @return an entry that leads to a page of the current environment */
    public static Section inEnvironment(Group group, int order, String label, String icon, String path) {
        return new Section(group, order, label, icon, path, Reach.ENVIRONMENT, List.of());
    }

    /** @return an entry for every account */
    public static Section forEverybody(Group group, int order, String label, String icon, String path) {
        return new Section(group, order, label, icon, path, Reach.EVERYBODY, List.of());
    }

    /** @return an entry for administrators of everything */
    public static Section forAdministrators(Group group, int order, String label, String icon, String path) {
        return new Section(group, order, label, icon, path, Reach.ADMINISTRATORS, List.of());
    }

    /** @return the same entry, current on pages below these paths too */
    public Section covering(String... paths) {
        return new Section(group, order, label, icon, path, reach, List.of(paths));
    }

    /** What an account comes for. */
    public enum Group {
        NOW("Now"),
        RUN("Run"),
        CAPACITY("Capacity"),
        KEEP("Keep");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who sees an entry. */
    public enum Reach {
        EVERYBODY,
        ENVIRONMENT,
        ADMINISTRATORS
    }
}
