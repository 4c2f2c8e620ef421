package dev.binnacle.portal.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The account of the current request, as it was read from PostgreSQL when the request came: a revoked right is gone. */
@Component
class CurrentAccount implements Permissions {

    static final String ATTRIBUTE = CurrentAccount.class.getName();

    Optional<Account> found() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Account) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    public String account() {
        return found().map(Account::name).orElse("");
    }

    @Override
    public boolean holds(Role role, String environment) {
        return found().filter(account -> account.holds(role, environment)).isPresent();
    }

    @Override
    public boolean administers() {
        return found().filter(Account::administers).isPresent();
    }
}
