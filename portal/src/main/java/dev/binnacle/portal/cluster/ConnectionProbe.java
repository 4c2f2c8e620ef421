package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.ClusterCheck;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tries a connection with a client of its own, which it closes again. */
@Component
final class ConnectionProbe implements ClusterCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(6);
    private static final Duration ALL_REVIEWS = Duration.ofSeconds(4);

    private final AddressRules addresses;

    ConnectionProbe(AddressRules addresses) {
        this.addresses = addresses;
    }

    @Override
    public Report check(Connection cluster, SortedSet<String> namespaces) {
        try (ApiServer api = new ApiServer(cluster, addresses)) {
            long begin = System.nanoTime();
            String version = api.get("/version", TIMEOUT, 1 << 16, ApiVersion::read);
            Duration latency = Duration.ofNanos(System.nanoTime() - begin);
            return new Report(version, latency, permissions(api, List.copyOf(namespaces)));
        } catch (IOException | ExecutionException failure) {
            throw problem(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Kubernetes", "The test of the connection was stopped.", stopped);
        }
    }

    private List<Permission> permissions(ApiServer api, List<String> namespaces)
            throws InterruptedException, ExecutionException {
        try (ExecutorService reviews = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Permission>> asked = reviews.invokeAll(
                    NeededPermission.ALL.stream()
                            .<java.util.concurrent.Callable<Permission>>map(
                                    needed -> () -> permission(api, needed, namespaces))
                            .toList(),
                    ALL_REVIEWS.toMillis(),
                    TimeUnit.MILLISECONDS);
            List<Permission> permissions = new ArrayList<>();
            for (Future<Permission> answer : asked) {
                if (answer.isCancelled()) {
                    throw new ExecutionException(new java.net.http.HttpTimeoutException("reviews"));
                }
                permissions.add(answer.get());
            }
            return permissions;
        }
    }

    private static Permission permission(ApiServer api, NeededPermission needed, List<String> namespaces)
            throws IOException, InterruptedException {
        List<String> scope = needed.namespaced() ? namespaces : List.of();
        if (AccessReview.allows(api, needed, "")) {
            return new Permission(needed.words(scope), needed.feature(), true);
        }
        List<String> missing = new ArrayList<>();
        for (String namespace : scope) {
            if (!AccessReview.allows(api, needed, namespace)) {
                missing.add(namespace);
            }
        }
        boolean allowed = !scope.isEmpty() && missing.isEmpty();
        return new Permission(needed.words(allowed ? scope : missing), needed.feature(), allowed);
    }

    private static Problem problem(Exception failure) {
        boolean refused = failure instanceof ApiRefusal refusal
                && (refusal.status() == ApiRefusal.UNAUTHORIZED || refusal.status() == ApiRefusal.FORBIDDEN);
        String words = ApiFailures.words(failure);
        return refused ? new Forbidden(words, failure) : new Unavailable("Kubernetes", words, failure);
    }
}
