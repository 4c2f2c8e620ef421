package dev.binnacle.portal.web;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * What every template may ask about the page that it is part of, as {@code ${frame…}}: computed only where a template
 * asks, for whole pages, fragments and error pages alike.
 */
@Component
public class Frame {

    private final CurrentPage page;
    private final Permissions permissions;
    private final Navigation navigation;
    private final ObjectProvider<Scopes> scopes;
    private final ObjectProvider<Banners> banners;
    private final Clock clock;

    Frame(
            CurrentPage page,
            Permissions permissions,
            Navigation navigation,
            ObjectProvider<Scopes> scopes,
            ObjectProvider<Banners> banners,
            Clock clock) {
        this.page = page;
        this.permissions = permissions;
        this.navigation = navigation;
        this.scopes = scopes;
        this.banners = banners;
        this.clock = clock;
    }

    public String account() {
        return permissions.account();
    }

    /** @return whether the account may change what runs in the current environment */
    public boolean mayOperate() {
        Scope scope = scope();
        return scope != null && permissions.holds(Role.OPERATOR, scope.name());
    }

    /** @return whether the account may edit environments and accounts */
    public boolean mayAdminister() {
        return permissions.administers();
    }

    /** @return the environment of the current page, or null on a page of none */
    public @Nullable Scope scope() {
        String name = page.environment();
        return scopes().stream()
                .filter(scope -> scope.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @return the environments that the account may see */
    public List<Scope> scopes() {
        return scopes.stream()
                .flatMap(all -> all.all().stream())
                .filter(scope -> permissions.holds(Role.VIEWER, scope.name()))
                .toList();
    }

    /** @return what stands above everything, the worst first */
    public List<Banner> banners() {
        return banners.stream()
                .flatMap(all -> all.banners().stream())
                .filter(banner -> permissions.holds(Role.VIEWER, banner.environment()))
                .sorted(Comparator.comparing(Banner::status).reversed())
                .toList();
    }

    public List<Navigation.Group> navigation() {
        Scope scope = scope();
        List<Scope> seen = scopes();
        return navigation.groups(page.path(), scope == null && seen.size() == 1 ? seen.getFirst() : scope);
    }

    /** @return "light", "dark", or null to follow the browser */
    public @Nullable String theme() {
        return Theme.of(page.request()).map(Theme::token).orElse(null);
    }

    public @Nullable CsrfToken csrf() {
        HttpServletRequest request = page.request();
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    public Instant now() {
        return clock.instant();
    }
}
