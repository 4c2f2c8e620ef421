package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.metric.Endpoints;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.web.LiveUpdates;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is known of the alerts of each environment, in memory. */
@Component
public class Boards implements DisposableBean {

    private static final Duration FIRST_READING = Duration.ofSeconds(1);

    private final Connections connections;
    private final Endpoints endpoints;
    private final PendingAlerts pending;
    private final LiveUpdates liveUpdates;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String deadMansSwitch;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<EnvironmentId, Watch> watches = new ConcurrentHashMap<>();

    Boards(
            Connections connections,
            Endpoints endpoints,
            PendingAlerts pending,
            LiveUpdates liveUpdates,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${binnacle.alerts.dead-mans-switch:Watchdog}") String deadMansSwitch) {
        this.connections = connections;
        this.endpoints = endpoints;
        this.pending = pending;
        this.liveUpdates = liveUpdates;
        this.events = events;
        this.clock = clock;
        this.deadMansSwitch = deadMansSwitch;
    }

    @EventListener
    void on(EnvironmentChanged changed) {
        watches.remove(changed.id());
    }

    @Override
    public void destroy() {
        executor.close();
    }

    /**
     * @return what was last read, at once; only the first time for an environment it is read now, for a second at most:
     *     a board that nothing is known of where that was too short
     */
    public Board board(Environment environment) {
        Watch watch = watches.get(environment.id());
        return watch == null ? first(environment) : watch.board();
    }

    private Board first(Environment environment) {
        try {
            return CompletableFuture.supplyAsync(() -> refresh(environment), executor)
                    .completeOnTimeout(Board.EMPTY, FIRST_READING.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Problem problem ? problem : failure;
        }
    }

    /** @return what was last read, or nothing where it never was; calls nothing */
    public Optional<Board> lastRead(Environment environment) {
        return Optional.ofNullable(watches.get(environment.id())).map(Watch::board);
    }

    /** Reads now, and tells open pages where something changed. Alertmanagers that fail are part of the answer. */
    public Board refresh(Environment environment) {
        Watch watch = watches.computeIfAbsent(environment.id(), id -> watch(environment));
        Instant begun = clock.instant();
        if (watch.read(pending.groups(environment))) {
            liveUpdates.changed(environment.name(), "alerts");
        }
        Board board = watch.board();
        events.publishEvent(new BoardRead(environment, board, begun));
        return board;
    }

    /** @return what each cluster runs with, asked for now; a cluster that does not answer is part of the answer */
    public List<Configuration> configurations(Environment environment) {
        board(environment);
        return watch(environment.id()).configurations();
    }

    /**
     * @return silences that have ended, the last first, as far as Alertmanagers remember them; asked for now
     * @throws dev.binnacle.portal.problem.Problem where a cluster has no member that answers
     */
    public List<Silence> ended(Environment environment) {
        board(environment);
        return watch(environment.id()).ended();
    }

    /**
     * Posts a silence to one member of its cluster, once.
     *
     * @return its id
     * @throws dev.binnacle.portal.problem.Problem where the cluster has no member that answers, or it refuses
     */
    public String silence(Environment environment, Silence silence) {
        return watch(environment.id()).writable(silence.cluster()).silence(silence);
    }

    /**
     * Ends a silence now, by one member of its cluster.
     *
     * @throws dev.binnacle.portal.problem.Problem where the cluster has no member that answers, or it refuses
     */
    public void expire(Environment environment, Silence silence) {
        watch(environment.id()).writable(silence.cluster()).expire(silence.id());
    }

    private Watch watch(EnvironmentId id) {
        Watch watch = watches.get(id);
        if (watch == null) {
            throw new IllegalStateException("Read the board of " + id + " before writing to it");
        }
        return watch;
    }

    private Watch watch(Environment environment) {
        List<Alertmanager> alertmanagers = connections.alertmanagers(environment.id()).stream()
                .map(connection -> new Alertmanager(
                        address(connection.url()),
                        endpoints.of(connection, "Alertmanager of " + environment.name()),
                        clock))
                .toList();
        return new Watch(alertmanagers, deadMansSwitch, executor, clock);
    }

    private static String address(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getPath() == null || url.getPath().equals("/") ? "" : url.getPath();
        return url.getHost() + port + path;
    }
}
