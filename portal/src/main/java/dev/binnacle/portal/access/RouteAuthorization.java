package dev.binnacle.portal.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Grants a request what {@link Routes} says that it needs. */
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return new AuthorizationDecision(true);
        }
        Account account = (Account) request.getAttribute(CurrentAccount.ATTRIBUTE);
        return new AuthorizationDecision(
                switch (Routes.of(request.getMethod(), request.getRequestURI())) {
                    case Routes.Need.Nothing() -> true;
                    case Routes.Need.Account() -> account != null;
                    case Routes.Need.Administrator() -> account != null && account.administers();
                    case Routes.Need.InEnvironment(Role role, String environment) ->
                        account != null && account.holds(role, environment);
                    case Routes.Need.Unknown() -> false;
                });
    }
}
