package dev.binnacle.portal.workload;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The rooms that offer a part for a workload's page. Each part is fetched on its own, so that one that fails stays a
 * part; a room that is not there leaves no gap.
 */
@Component
class Neighbours {

    private static final String BEFORE = "/environments/{environment}/";
    private static final String AFTER = "/of/{namespace}/{kind}/{name}";

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Neighbours(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /** @return the first segment of the path of each room that answers for single workloads: "alerts" */
    Set<String> rooms() {
        return routes.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .filter(pattern -> pattern.startsWith(BEFORE) && pattern.endsWith(AFTER))
                .map(pattern -> pattern.substring(BEFORE.length(), pattern.length() - AFTER.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
