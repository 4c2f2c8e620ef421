package dev.binnacle.portal.access;

import java.util.Set;

/**
 * Which right a request needs, by its path and method alone, so that a route nobody thought of is refused.
 *
 * <p>Reading below {@code /environments/<name>} needs a viewer of that environment, as does keeping log views for
 * oneself; anything else an operator; editing
 * and deleting an environment, accounts, tokens and the audit trail need an administrator of everything.
 */
final class Routes {

    private static final Set<String> SIGNED_IN =
            Set.of("/", "/environments", "/banners", "/theme", "/password", "/sign-out");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private Routes() {}

    /** What a request needs. */
    sealed interface Need {
        record Nothing() implements Need {}

        record Account() implements Need {}

        record Administrator() implements Need {}

        record InEnvironment(Role role, String environment) implements Need {}

        /** No route; nobody may. */
        record Unknown() implements Need {}
    }

    static Need of(String method, String path) {
        if (isOpen(method, path)) {
            return new Need.Nothing();
        }
        if (below(path, "/administration") || below(path, "/audit")) {
            return new Need.Administrator();
        }
        if (path.equals("/environments") && !READS.contains(method)) {
            return new Need.Administrator();
        }
        if (SIGNED_IN.contains(path)) {
            return new Need.Account();
        }
        return path.startsWith("/environments/") ? inEnvironment(method, path.split("/", -1)) : new Need.Unknown();
    }

    /** Whether a token is as good as a session there. */
    static boolean isForPrograms(String method, String path) {
        return method.equals("POST") && path.matches("/environments/[^/]+/(observed-changes|alert-notifications)");
    }

    private static Need inEnvironment(String method, String[] segments) {
        String environment = segments[2];
        String first = segments.length > 3 ? segments[3] : "";
        if (environment.equals("new") || environment.equals("test")) {
            return new Need.Administrator();
        }
        if (first.equals("edit") || first.equals("delete")) {
            return new Need.Administrator();
        }
        boolean looks = READS.contains(method) || isOnesOwn(segments);
        return new Need.InEnvironment(looks ? Role.VIEWER : Role.OPERATOR, environment);
    }

    /** What an account keeps for itself, which changes nothing for others. */
    private static boolean isOnesOwn(String[] segments) {
        return segments.length > 4 && segments[3].equals("logs") && segments[4].equals("own-views");
    }

    private static boolean isOpen(String method, String path) {
        return path.equals("/sign-in") || (READS.contains(method) && isAsset(path));
    }

    /** Files for browsers lie at the root or below {@code /webjars}; no page's path ends so. */
    private static boolean isAsset(String path) {
        return path.startsWith("/webjars/") || path.matches("/[a-z0-9-]+\\.(css|js|svg|ico)");
    }

    private static boolean below(String path, String parent) {
        return path.equals(parent) || path.startsWith(parent + "/");
    }
}
