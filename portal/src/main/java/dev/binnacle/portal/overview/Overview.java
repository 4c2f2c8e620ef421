package dev.binnacle.portal.overview;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.Alerts;
import dev.binnacle.portal.alert.Severity;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.delivery.OperationBrief;
import dev.binnacle.portal.delivery.Operations;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Puts together what the home page says, from memory and the database; asks no other system. */
@Service
class Overview {

    private static final int LATEST = 6;

    private final Environments environments;
    private final Permissions permissions;
    private final Clusters clusters;
    private final Alerts alerts;
    private final Operations operations;

    Overview(
            Environments environments,
            Permissions permissions,
            Clusters clusters,
            Alerts alerts,
            Operations operations) {
        this.environments = environments;
        this.permissions = permissions;
        this.clusters = clusters;
        this.alerts = alerts;
        this.operations = operations;
    }

    /** Returns a card for each environment that the account may see, the most careful tier first. */
    List<Card> cards() {
        return environments.all().stream()
                .filter(environment -> permissions.holds(Role.VIEWER, environment.name()))
                .sorted(Comparator.comparing(Environment::tier).reversed().thenComparing(Environment::name))
                .map(this::card)
                .toList();
    }

    private Card card(Environment environment) {
        ClusterModel model = clusters.model(environment);
        return new Card(
                environment,
                model.freshness(),
                Workloads.of(model),
                alerts.firing(environment),
                alerts.attended(environment),
                alerts.current(environment),
                operations.latest(environment.name(), LATEST));
    }

    /** Returns the latest operations in those environments, newest first. */
    List<OperationBrief> operations(List<Card> cards) {
        return cards.stream()
                .flatMap(card -> card.operations().stream())
                .sorted(Comparator.comparing(OperationBrief::askedAt).reversed())
                .limit(LATEST)
                .toList();
    }

    /**
     * Returns what needs a person in those environments: critical alerts, then workloads, the worst first, and what has
     * somebody already after others that are as bad.
     */
    List<Attention> attention(List<Card> cards) {
        return cards.stream()
                .flatMap(card -> Stream.concat(
                        card.firing().stream()
                                .filter(alert -> alert.severity() == Severity.CRITICAL)
                                .map(alert -> Attention.of(
                                        card.name(), alert, card.attended().getOrDefault(alert.fingerprint(), ""))),
                        card.workloads().worst().stream().map(judged -> Attention.of(card.name(), judged))))
                .sorted(Comparator.comparing(Attention::status).reversed().thenComparing(Attention::attended))
                .toList();
    }
}
