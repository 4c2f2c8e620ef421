package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.FaultProxy.Fault;
import dev.binnacle.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterFaultTests {

    private static final Duration RECOVERY = Duration.ofSeconds(40);
    private static final Duration NOTICED = Duration.ofSeconds(20);

    private final TrialPods trial = new TrialPods();
    private final String namespace = trial.namespace();
    private FaultProxy proxy = proxy();
    private Followed followed = new Followed(proxy.connection(), namespace);

    @BeforeEach
    void follow() {
        trial.create("first");
        followed.synced();
        modelEqualsList();
    }

    @AfterEach
    void end() throws Exception {
        followed.close();
        proxy.close();
        trial.close();
    }

    @Test
    void aCutWatchIsTakenUpAgain() {
        proxy.fault(request -> new Fault.Refuse());
        proxy.cut();
        Followed.eventually(NOTICED, () -> followed.model.freshness().staleSince() != null);
        assertThat(followed.model.pods()).as("a break empties nothing").hasSize(1);
        trial.create("during-the-break");
        proxy.heal();
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        modelEqualsList();
    }

    @Test
    void howLongItLagsCountsFromTheBreakNotFromTheLastAttempt() {
        proxy.fault(request -> new Fault.Refuse());
        proxy.cut();
        Followed.eventually(NOTICED, () -> followed.model.freshness().staleSince() != null);
        Instant broken = followed.model.freshness().staleSince();
        int requests = proxy.requests();
        Followed.eventually(RECOVERY, () -> proxy.requests() > requests + 3 * 15);
        assertThat(followed.model.freshness().staleSince()).isBeforeOrEqualTo(broken);
    }

    @Test
    void aHalfOpenWatchIsNoticedAndReplaced() {
        proxy.fault(request -> new Fault.Refuse());
        proxy.freeze();
        Followed.eventually(NOTICED, () -> followed.model.freshness().staleSince() != null);
        trial.create("unseen");
        proxy.heal();
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        modelEqualsList();
    }

    @Test
    void aForgottenPlaceIsListedAnew() {
        proxy.fault(request -> request.contains("watch=true")
                ? new Fault.Answer(410, "{\"kind\":\"Status\",\"code\":410}")
                : new Fault.None());
        proxy.cut();
        trial.create("meanwhile");
        modelEqualsList();
        Followed.eventually(NOTICED, () -> !followed.model.freshness().live());
        proxy.heal();
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        modelEqualsList();
    }

    @Test
    void aListCutInItsBodyChangesNothing() {
        proxy.fault(request -> request.contains("watch=true")
                ? new Fault.Answer(410, "{}")
                : request.contains("limit=500") ? new Fault.CutAfter(700) : new Fault.None());
        proxy.cut();
        trial.delete("first");
        trial.create("second");
        Followed.eventually(NOTICED, () -> followed.model.freshness().staleSince() != null);
        assertThat(names()).containsExactly("first");
        proxy.heal();
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        modelEqualsList();
        assertThat(names()).containsExactly("second");
    }

    @Test
    void anExpiredTokenIsSaid() {
        proxy.fault(request -> new Fault.Answer(401, "{\"kind\":\"Status\",\"code\":401}"));
        proxy.cut();
        Followed.eventually(
                NOTICED,
                () -> followed.model
                        .freshness()
                        .problem()
                        .equals("The API server does not accept the credential: it is wrong or has expired."));
        proxy.heal();
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
    }

    @Test
    void aForbiddenKindStopsOnlyItself() throws Exception {
        restartBehind(request -> request.contains("/nodes") || request.contains("/poddisruptionbudgets")
                ? new Fault.Answer(403, "{\"kind\":\"Status\",\"code\":403}")
                : new Fault.None());
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        assertThat(followed.model.freshness().forbidden())
                .containsEntry("nodes", "The permission to list and watch nodes is missing.")
                .containsEntry(
                        "poddisruptionbudgets",
                        "The permission to list and watch poddisruptionbudgets in " + namespace + " is missing.")
                .hasSize(2);
        modelEqualsList();
    }

    @Test
    void namespacesAreFollowedOneByOneWhereTheClusterIsForbidden() throws Exception {
        restartBehind(request -> request.contains("/namespaces/" + namespace) || request.contains("/version")
                ? new Fault.None()
                : new Fault.Answer(403, "{}"));
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        assertThat(followed.model.freshness().forbidden()).containsOnlyKeys("nodes", "priorityclasses");
        trial.create("seen");
        modelEqualsList();
    }

    @Test
    void pagesSeeNothingOfOtherNamespaces() {
        assertThat(followed.model.pods()).allMatch(pod -> pod.namespace().equals(namespace));
        assertThat(followed.model.pod("kube-system", "any")).isEmpty();
    }

    @Test
    void anApiServerRestartIsSurvived() {
        Sandbox.shared().kubernetes().restartApiServer();
        trial.create("after-the-restart");
        Followed.eventually(RECOVERY, () -> followed.model.freshness().live());
        modelEqualsList();
    }

    private void restartBehind(java.util.function.Function<String, Fault> faults) throws Exception {
        followed.close();
        proxy.close();
        proxy = proxy();
        proxy.fault(faults);
        followed = new Followed(proxy.connection(), namespace);
    }

    private static FaultProxy proxy() {
        try {
            return new FaultProxy(Sandbox.shared().kubernetes().kubeconfig());
        } catch (Exception unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private void modelEqualsList() {
        Followed.eventually(RECOVERY, () -> names().equals(trial.listed()));
    }

    private Set<String> names() {
        return followed.model.pods().stream().map(Pod::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
