package dev.binnacle.portal.environment;

import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.web.Status;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tries every connection of a draft at the same time and says what came of it. Saves nothing, changes nothing. */
@Service
class ConnectionTest {

    private final ClusterCheck clusterCheck;
    private final HttpCheck httpCheck;
    private final ArchiveCheck archiveCheck;
    private final CredentialVault vault;

    ConnectionTest(ClusterCheck clusterCheck, HttpCheck httpCheck, ArchiveCheck archiveCheck, CredentialVault vault) {
        this.clusterCheck = clusterCheck;
        this.httpCheck = httpCheck;
        this.archiveCheck = archiveCheck;
        this.vault = vault;
    }

    /** Ends within ten seconds, whatever the systems do. */
    TestedConnections test(Draft draft) {
        Environment environment = draft.environment();
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ClusterAnswer> cluster = tasks.submit(() -> cluster(draft));
            List<Future<TestedSystem>> others = new ArrayList<>();
            submit(others, environment.prometheus(), ConnectedSystem.PROMETHEUS, draft, tasks::submit);
            environment
                    .alertmanagers()
                    .forEach(url -> submit(others, url, ConnectedSystem.ALERTMANAGER, draft, tasks::submit));
            submit(others, environment.elasticsearch(), ConnectedSystem.ELASTICSEARCH, draft, tasks::submit);
            submit(others, environment.archive(), ConnectedSystem.ARCHIVE, draft, tasks::submit);
            List<TestedSystem> systems = new ArrayList<>();
            ClusterAnswer answer = cluster.get();
            systems.add(answer.system());
            for (Future<TestedSystem> other : others) {
                systems.add(other.get());
            }
            return new TestedConnections(systems, answer.permissions());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A connection check failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The connection test was interrupted", interrupted);
        }
    }

    private void submit(
            List<Future<TestedSystem>> futures,
            @Nullable URI url,
            ConnectedSystem system,
            Draft draft,
            Function<Callable<TestedSystem>, Future<TestedSystem>> submit) {
        if (url != null) {
            Connection connection = new Connection(url, credential(draft, system));
            futures.add(submit.apply(() -> system == ConnectedSystem.ARCHIVE
                    ? archive(connection)
                    : httpCheck.check(system, connection, draft.environment().logIndex())));
        }
    }

    private TestedSystem archive(Connection connection) {
        long began = System.nanoTime();
        try {
            String found = archiveCheck.check(connection);
            Duration latency = Duration.ofNanos(System.nanoTime() - began);
            return new TestedSystem(ConnectedSystem.ARCHIVE.words(), connection.url(), Status.OK, found, "S3", latency);
        } catch (Problem problem) {
            return TestedSystem.failed(ConnectedSystem.ARCHIVE, connection.url(), problem.sentence());
        }
    }

    private ClusterAnswer cluster(Draft draft) {
        URI url = draft.environment().clusterUrl();
        try {
            ClusterCheck.Report report = clusterCheck.check(
                    new Connection(url, credential(draft, ConnectedSystem.CLUSTER)),
                    draft.environment().namespaces());
            return new ClusterAnswer(
                    new TestedSystem(
                            ConnectedSystem.CLUSTER.words(),
                            url,
                            Status.OK,
                            "Answers",
                            report.version(),
                            report.latency()),
                    report.permissions());
        } catch (Problem problem) {
            return new ClusterAnswer(TestedSystem.failed(ConnectedSystem.CLUSTER, url, problem.sentence()), List.of());
        }
    }

    private Credential credential(Draft draft, ConnectedSystem system) {
        Credential typed = draft.credentials().get(system);
        return typed != null ? typed : vault.of(draft.environment().id(), system);
    }

    private record ClusterAnswer(TestedSystem system, List<ClusterCheck.Permission> permissions) {}
}
