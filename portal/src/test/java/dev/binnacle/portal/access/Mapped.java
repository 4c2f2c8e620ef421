package dev.binnacle.portal.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A mapping of the portal, from Spring's own list, so that a room that adds one is tested without being told.
 *
 * @param method GET where the mapping takes every method
 * @param pattern with its variables in braces
 */
record Mapped(HttpMethod method, String pattern) {

    /** The server itself asks there when a request failed; nobody else gets anything from it. */
    private static final Set<String> INTERNAL = Set.of("/error");

    static List<Mapped> all(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Mapped::of)
                .filter(mapped -> !INTERNAL.contains(mapped.pattern))
                .distinct()
                .toList();
    }

    private static Stream<Mapped> of(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<HttpMethod> each = methods.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> each.stream().map(method -> new Mapped(method, pattern)));
    }

    boolean changes() {
        return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    }

    boolean isOfAnEnvironment() {
        return pattern.startsWith("/environments/{");
    }

    /** An open stream answers for as long as it is open. */
    boolean lasts() {
        return pattern.endsWith("/changes") || pattern.endsWith("/follow");
    }

    /** @return an address of the mapping, in that environment where it is of one */
    String path(String environment) {
        return pattern.replaceFirst("^/environments/\\{[^}]+}", "/environments/" + environment)
                .replaceAll("\\{[^}]+}", "1");
    }
}
