package dev.binnacle.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Lets only those links of a page be looked up as assets, to get their version, that can be some. Otherwise each link of
 * each row is looked for in every jar of the class path, which took longer than to write the page.
 */
@Component
class AssetLinks implements SmartInitializingSingleton {

    private static final String WEBJARS = "/webjars/**";
    private static final List<String> OURS = List.of("/*.js", "/*.css", "/*.svg");

    private final ResourceUrlProvider links;
    private final HandlerMapping assets;

    AssetLinks(ResourceUrlProvider links, @Qualifier("resourceHandlerMapping") HandlerMapping assets) {
        this.links = links;
        this.assets = assets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, ResourceHttpRequestHandler> handlers = new LinkedHashMap<>();
        if (assets instanceof SimpleUrlHandlerMapping mapping) {
            mapping.getUrlMap().forEach((pattern, handler) -> {
                if (handler instanceof ResourceHttpRequestHandler resources) {
                    (pattern.equals(WEBJARS) ? List.of(WEBJARS) : OURS).forEach(each -> handlers.put(each, resources));
                }
            });
        }
        links.setHandlerMap(handlers);
    }
}
