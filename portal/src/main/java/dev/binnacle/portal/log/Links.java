package dev.binnacle.portal.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** Links between the pages of logs, and to pods. */
final class Links {

    private Links() {}

    /** @return an address of parts that may hold anything */
    static String path(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(UriUtils.encode(segment, StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    static String pod(String environment, String namespace, String name) {
        return path("environments", environment, "pods", namespace, name);
    }

    /**
     * @param path may have parameters already
     * @param parameters names and values in turn
     */
    static String with(String path, List<String> parameters) {
        StringBuilder link = new StringBuilder(path);
        char next = path.indexOf('?') < 0 ? '?' : '&';
        for (int i = 0; i + 1 < parameters.size(); i += 2) {
            link.append(next)
                    .append(parameters.get(i))
                    .append('=')
                    .append(UriUtils.encode(parameters.get(i + 1), StandardCharsets.UTF_8));
            next = '&';
        }
        return link.toString();
    }
}
