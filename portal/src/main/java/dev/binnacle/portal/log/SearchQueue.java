package dev.binnacle.portal.log;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.problem.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets each account search a few times at once; further searches wait for their turn, and are refused when it does not
 * come. So nobody takes the places that Elasticsearch has for all.
 */
@Component
class SearchQueue implements HandlerInterceptor, WebMvcConfigurer {

    static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PLACE = SearchQueue.class.getName();

    private final Permissions permissions;
    private final Duration patience;
    private final Map<String, Places> places = new ConcurrentHashMap<>();

    @org.springframework.beans.factory.annotation.Autowired
    SearchQueue(Permissions permissions) {
        this(permissions, PATIENCE);
    }

    SearchQueue(Permissions permissions, Duration patience) {
        this.permissions = permissions;
        this.patience = patience;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/environments/*/logs", "/environments/*/logs/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String account = permissions.account();
        Places own = places.compute(account, (_, known) -> (known == null ? new Places() : known).joined());
        if (!own.free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            leave(account);
            throw new Unavailable(
                    "Log search",
                    "You already run %d log searches. Wait for one of them, or close a page that asks again by itself."
                            .formatted(AT_ONCE),
                    null);
        }
        request.setAttribute(PLACE, account);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof String account) {
            request.removeAttribute(PLACE);
            Places own = places.get(account);
            if (own != null) {
                own.free.release();
            }
            leave(account);
        }
    }

    /** @return for how many accounts places are kept */
    int accounts() {
        return places.size();
    }

    private void leave(String account) {
        places.computeIfPresent(account, (_, own) -> own.left() == 0 ? null : own);
    }

    /** The places of one account, and how many requests have one or wait for one. */
    private static final class Places {
        private final Semaphore free = new Semaphore(AT_ONCE, true);
        private int requests;

        Places joined() {
            requests++;
            return this;
        }

        int left() {
            return --requests;
        }
    }
}
