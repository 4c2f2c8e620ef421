package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one kind of object as the API server has it, in the whole cluster or in one namespace: a list, then a watch
 * from there on; after a break the watch again, and the list again where the API server has forgotten the place.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes">Efficient
 *     detection of changes</a>
 */
final class Reflector<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

    private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(60);
    private static final long PAGE_BYTES = 1L << 30;
    private static final Duration RETRY_REFUSED = Duration.ofSeconds(60);
    /** A watch that lasted as long was good, though nothing happened in it: the next break is a first one. */
    private static final Duration STEADY = Duration.ofSeconds(5);

    private final ApiServer api;
    private final Kind<T> kind;
    private final String namespace;
    private final Interner interner;
    private final Clock clock;
    private final Runnable changed;
    private final Backoff backoff = new Backoff();
    private volatile Progress progress;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;
    private String place = "";

    Reflector(ApiServer api, Kind<T> kind, String namespace, Interner interner, Clock clock, Runnable changed) {
        this.api = api;
        this.kind = kind;
        this.namespace = namespace;
        this.interner = interner;
        this.clock = clock;
        this.changed = changed;
        this.progress = new Progress.Listing(clock.instant());
    }

    Kind<T> kind() {
        return kind;
    }

    Progress progress() {
        return progress;
    }

    void start() {
        thread = Thread.ofVirtual()
                .name("watch-" + kind.plural() + "-" + namespace)
                .start(this);
    }

    void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                if (place.isEmpty()) {
                    list();
                }
                watch();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (ApiRefusal refusal) {
                refused(refusal);
            } catch (IOException | RuntimeException failure) {
                LOG.debug("{} of {}: {}", kind.plural(), namespace, failure.toString());
                broken(ApiFailures.words(failure));
                pause(backoff.next());
            }
        }
    }

    private void list() throws IOException, InterruptedException {
        Map<ObjectKey, T> fresh = new HashMap<>();
        String path = kind.path(namespace) + "?limit=500";
        ListReader.Page page = page(path, fresh);
        while (!page.next().isEmpty()) {
            page = page(path + "&continue=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8), fresh);
        }
        kind.store().replace(namespace, fresh);
        place = page.resourceVersion();
    }

    private ListReader.Page page(String path, Map<ObjectKey, T> fresh) throws IOException, InterruptedException {
        return api.get(
                path,
                PAGE_TIMEOUT,
                PAGE_BYTES,
                body -> ListReader.page(body, item -> {
                    T record = kind.projection().project(item, interner);
                    if (record != null) {
                        T known = kind.store().get(item.key());
                        fresh.put(item.key(), record.equals(known) ? known : record);
                        kind.store().trim(fresh);
                    }
                }));
    }

    private void watch() throws IOException, InterruptedException {
        long seconds = ThreadLocalRandom.current().nextLong(300, 600);
        String path = kind.path(namespace) + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=" + seconds
                + "&resourceVersion=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
        Instant begun = clock.instant();
        try (WatchStream stream = new WatchStream()) {
            api.watch(path, stream);
            progress(new Progress.Live());
            follow(stream);
        } finally {
            if (begun.plus(STEADY).isBefore(clock.instant())) {
                backoff.reset();
            }
            if (!closed && !(progress instanceof Progress.Interrupted)) {
                progress(new Progress.Interrupted(clock.instant(), ""));
            }
        }
    }

    private void follow(WatchStream stream) throws IOException, InterruptedException {
        String message = stream.next();
        backoff.reset();
        while (message != null && !closed) {
            apply(ListReader.object(message));
            message = stream.next();
        }
    }

    private void apply(Item event) throws IOException {
        Item object = event.at("object");
        String type = event.text("type");
        if (type.equals("ERROR")) {
            throw new ApiRefusal(ApiRefusal.GONE, object.text("message"));
        }
        String version = object.at("metadata").text("resourceVersion");
        if (!type.equals("BOOKMARK")) {
            T record = type.equals("DELETED") ? null : kind.projection().project(object, interner);
            if (record == null) {
                kind.store().remove(object.key());
            } else {
                kind.store().put(object.key(), record);
            }
        }
        if (!version.isEmpty()) {
            place = version;
        }
    }

    private void refused(ApiRefusal refusal) {
        switch (refusal.status()) {
            case ApiRefusal.FORBIDDEN, ApiRefusal.NOT_FOUND -> {
                place = "";
                kind.store().replace(namespace, Map.of());
                progress(new Progress.Refused(ApiFailures.permission(kind, namespace, refusal.status())));
                pause(RETRY_REFUSED);
            }
            case ApiRefusal.GONE -> {
                place = "";
                pause(backoff.next());
            }
            default -> {
                broken(ApiFailures.words(refusal));
                pause(backoff.next());
            }
        }
    }

    private void broken(String problem) {
        Instant since = switch (progress) {
            case Progress.Interrupted interrupted -> interrupted.since();
            case Progress.Listing listing -> listing.since();
            case Progress.Live live -> clock.instant();
            case Progress.Refused refused -> clock.instant();
        };
        boolean first = progress instanceof Progress.Listing;
        progress(first ? new Progress.Listing(since, problem) : new Progress.Interrupted(since, problem));
    }

    private void progress(Progress next) {
        boolean same = next.equals(progress);
        progress = next;
        if (!same) {
            changed.run();
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
