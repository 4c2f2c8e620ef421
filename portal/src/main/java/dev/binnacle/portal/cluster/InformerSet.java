package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows one cluster, kind by kind. Where the credential may not read a kind in the whole cluster, the namespaces in
 * scope are followed one by one.
 */
final class InformerSet implements AutoCloseable {

    /** A watch that ends is taken up again at once; only when that takes longer is the model called stale. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ApiServer api;
    private final Clock clock;
    private final Changes changes;
    private final ClusterRecords records = new ClusterRecords();
    private final ModelIndex index = new ModelIndex(records);
    private final Set<String> namespaces = ConcurrentHashMap.newKeySet();
    private final Map<Kind<?>, Reflector<?>> whole = new LinkedHashMap<>();
    private final Map<Kind<?>, Map<String, Reflector<?>>> parts = new ConcurrentHashMap<>();
    private volatile String version = "";
    private volatile boolean closed;

    InformerSet(ApiServer api, Clock clock, Changes changes) {
        this.api = api;
        this.clock = clock;
        this.changes = changes;
        changes.listenTo(records);
        for (Kind<?> kind : records.kinds()) {
            whole.put(kind, reflector(kind, ""));
        }
    }

    void start() {
        whole.values().forEach(Reflector::start);
        Thread.ofVirtual().name("cluster-version").start(this::readVersion);
    }

    ModelIndex index() {
        return index;
    }

    ClusterRecords records() {
        return records;
    }

    ApiServer api() {
        return api;
    }

    /** Follows these namespaces too, where the whole cluster may not be followed. */
    void include(Collection<String> some) {
        namespaces.addAll(some);
        followParts();
    }

    Freshness freshness(Collection<String> scope) {
        boolean synced = true;
        Instant stale = null;
        String problem = "";
        Map<String, String> forbidden = new TreeMap<>();
        for (Kind<?> kind : whole.keySet()) {
            for (Reflector<?> reflector : relevant(kind, scope)) {
                switch (reflector.progress()) {
                    case Progress.Live live -> {}
                    case Progress.Refused refused -> forbidden.put(kind.plural(), refused.permission());
                    case Progress.Listing listing -> {
                        synced = false;
                        problem = listing.problem().isEmpty() ? problem : listing.problem();
                        stale = listing.problem().isEmpty() ? stale : earlier(stale, listing.since());
                    }
                    case Progress.Interrupted interrupted -> {
                        if (lags(interrupted)) {
                            stale = earlier(stale, interrupted.since());
                            problem = interrupted.problem().isEmpty()
                                    ? "The connection to the API server broke."
                                    : interrupted.problem();
                        }
                    }
                }
            }
        }
        return new Freshness(synced, stale, problem, forbidden, version);
    }

    @Override
    public void close() {
        closed = true;
        whole.values().forEach(Reflector::close);
        parts.values().forEach(some -> some.values().forEach(Reflector::close));
        api.close();
    }

    private boolean lags(Progress.Interrupted interrupted) {
        return !interrupted.problem().isEmpty()
                || interrupted.since().plus(GRACE).isBefore(clock.instant());
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private Collection<Reflector<?>> relevant(Kind<?> kind, Collection<String> scope) {
        Reflector<?> all = whole.get(kind);
        if (all == null) {
            return List.of();
        }
        Map<String, Reflector<?>> some = parts.getOrDefault(kind, Map.of());
        boolean divided = all.progress() instanceof Progress.Refused
                && !scope.isEmpty()
                && some.keySet().containsAll(scope);
        return divided
                ? some.entrySet().stream()
                        .filter(entry -> scope.contains(entry.getKey()))
                        .<Reflector<?>>map(Map.Entry::getValue)
                        .toList()
                : List.of(all);
    }

    private <T> Reflector<T> reflector(Kind<T> kind, String namespace) {
        return new Reflector<>(api, kind, namespace, records.interner, clock, this::progressed);
    }

    private void progressed() {
        changes.everything();
        // A break that outlasts the grace makes the model stale, without anything else happening then.
        CompletableFuture.delayedExecutor(GRACE.toMillis() + 50, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(changes::everything);
        followParts();
    }

    private synchronized void followParts() {
        for (Map.Entry<Kind<?>, Reflector<?>> entry : whole.entrySet()) {
            Kind<?> kind = entry.getKey();
            Progress progress = entry.getValue().progress();
            if (progress instanceof Progress.Refused && kind.namespaced() && !closed) {
                Map<String, Reflector<?>> some = parts.computeIfAbsent(kind, key -> new ConcurrentHashMap<>());
                for (String namespace : namespaces) {
                    some.computeIfAbsent(namespace, key -> started(kind, key));
                }
            } else if (progress instanceof Progress.Live) {
                parts.getOrDefault(kind, Map.of()).values().forEach(Reflector::close);
                parts.remove(kind);
            }
        }
    }

    private Reflector<?> started(Kind<?> kind, String namespace) {
        Reflector<?> reflector = reflector(kind, namespace);
        reflector.start();
        return reflector;
    }

    private void readVersion() {
        Backoff backoff = new Backoff();
        while (version.isEmpty() && !closed) {
            try {
                version = api.get("/version", Duration.ofSeconds(10), 1 << 16, ApiVersion::read);
                changes.everything();
            } catch (IOException unknown) {
                backoff.sleep();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
