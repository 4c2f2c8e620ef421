package dev.binnacle.portal.access;

import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers a request that the filter chain refuses: with the sign-in page, or as any other problem of a page. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemPages problems;

    Refusals(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (TokenFilter.letIn(request)) {
            handle(request, response, new AccessDeniedException("The token lacks the right", refused));
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", "/sign-in?ended=true&to=" + encoded(shown(request)));
        } else if (accepts(request, "text/event-stream")) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/sign-in" + returnTo(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        problems.show(problem(request, refused), request, response);
    }

    private static Problem problem(HttpServletRequest request, AccessDeniedException refused) {
        if (refused instanceof CsrfException) {
            return new Forbidden("This form has expired, or it came from another site. Nothing was changed. "
                    + "Go back, load the page again and repeat.");
        }
        Account account = (Account) request.getAttribute(CurrentAccount.ATTRIBUTE);
        return switch (Routes.of(request.getMethod(), request.getRequestURI())) {
            case Routes.Need.InEnvironment(Role role, String environment)
            when account != null && account.holds(Role.VIEWER, environment) ->
                new Forbidden("You are a viewer in " + environment + ". Operators can do this; an administrator can "
                        + "grant it. Nothing was changed.");
            case Routes.Need.InEnvironment(Role role, String environment) ->
                new NotFound("There is no environment " + environment + " that you may see.");
            case Routes.Need.Administrator() -> new Forbidden("Only administrators can do this. Nothing was changed.");
            case Routes.Need.Nothing(), Routes.Need.Account(), Routes.Need.Unknown() ->
                new NotFound("There is no page at this address.");
        };
    }

    private static String returnTo(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())
                || request.getRequestURI().equals("/")) {
            return "";
        }
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?to=" + encoded(address);
    }

    /** The page that asks for a part of itself, as htmx names it. */
    private static String shown(HttpServletRequest request) {
        String page = request.getHeader("HX-Current-URL");
        return page == null ? "/" : page.replaceFirst("^https?://[^/]*", "").replaceFirst("#.*", "");
    }

    private static String encoded(String address) {
        return URLEncoder.encode(ReturnPath.of(address).value(), StandardCharsets.UTF_8);
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(type);
    }
}
