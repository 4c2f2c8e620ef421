package dev.binnacle.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the page that is being shown, and links that differ from it in one thing. */
@Component
public class CurrentPage {

    private static final String ENVIRONMENTS = "/environments/";
    private static final Set<String> NOT_AN_ENVIRONMENT = Set.of("new", "test");

    HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** @return the path that the browser asked for, also while an error page is shown */
    String path() {
        Object failed = request().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request().getRequestURI() : failed.toString();
    }

    /** @return the environment's name from the path, or null where the path is of none */
    @Nullable
    String environment() {
        if (!path().startsWith(ENVIRONMENTS)) {
            return null;
        }
        String name = path().substring(ENVIRONMENTS.length()).replaceFirst("/.*", "");
        return NOT_AN_ENVIRONMENT.contains(name) ? null : name;
    }

    /** @return path and query of the page, or the overview where the request was not for a page */
    public String address() {
        String query = request().getQueryString();
        if (!HttpMethod.GET.matches(request().getMethod())) {
            return "/";
        }
        return query == null ? path() : path() + "?" + query;
    }

    /**
     * @param parameter what differs, such as {@code sort}; a page number is dropped unless it is what differs
     * @param value null or empty removes the parameter
     * @return a link to the same view with that one difference
     */
    public String with(String parameter, @Nullable Object value) {
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath(path()).query(request().getQueryString());
        link.replaceQueryParam("page");
        link.replaceQueryParam(parameter);
        if (value != null && !value.toString().isEmpty()) {
            link.queryParam(parameter, "{value}");
            return link.build(false).expand(value).encode().toUriString();
        }
        return link.build(false).toUriString();
    }

    /**
     * @return a link to the same view sorted by the column, from its first page
     */
    public String sortedBy(String column, boolean descending) {
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath(path()).query(request().getQueryString());
        link.replaceQueryParam("page");
        link.replaceQueryParam("sort", column);
        link.replaceQueryParam("order", descending ? "descending" : "ascending");
        return link.build(false).toUriString();
    }
}
