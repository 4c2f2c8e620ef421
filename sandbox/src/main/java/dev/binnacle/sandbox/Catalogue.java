package dev.binnacle.sandbox;

import dev.binnacle.sandbox.data.ArchivePart;
import dev.binnacle.sandbox.data.ElasticsearchPart;
import dev.binnacle.sandbox.data.PostgresqlPart;
import dev.binnacle.sandbox.data.shipper.LogShipper;
import dev.binnacle.sandbox.kubernetes.ArgoRollouts;
import dev.binnacle.sandbox.kubernetes.ControlPlane;
import dev.binnacle.sandbox.kubernetes.Karpenter;
import dev.binnacle.sandbox.kubernetes.MetricsServer;
import dev.binnacle.sandbox.kubernetes.Nodes;
import dev.binnacle.sandbox.monitoring.AlertmanagerPart;
import dev.binnacle.sandbox.monitoring.ClusterFactsPart;
import dev.binnacle.sandbox.monitoring.PrometheusPart;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.pod.PodsPart;
import dev.binnacle.sandbox.seed.AdmissionSeed;
import dev.binnacle.sandbox.seed.ArchiveSeed;
import dev.binnacle.sandbox.seed.CanarySeed;
import dev.binnacle.sandbox.seed.Faults;
import dev.binnacle.sandbox.seed.LoadGenerator;
import dev.binnacle.sandbox.seed.PoolSeed;
import dev.binnacle.sandbox.seed.PretendedLogs;
import dev.binnacle.sandbox.seed.Seeds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Every part of the whole platform, in the order in which the overview shows them. */
final class Catalogue {

    private Catalogue() {}

    static List<Part> parts() {
        return parts(Faults.COME_AND_GO);
    }

    /** The same, but that nothing fails by the clock: tests ask for the errors that they look for. */
    static List<Part> partsForTests() {
        return parts(Faults.NONE);
    }

    private static List<Part> parts(Faults faults) {
        Clock clock = Clock.systemUTC();
        return List.of(
                new PostgresqlPart(),
                new ElasticsearchPart(),
                new ControlPlane(clock),
                new PodsPart(clock),
                new Nodes(clock),
                new MetricsServer(),
                new ClusterFactsPart(),
                new AlertmanagerPart(),
                new PrometheusPart(),
                new LogShipper(),
                new ArchivePart(),
                new ArchiveSeed(clock, new SplittableRandom()),
                new PretendedLogs(clock, new SplittableRandom()),
                new Seeds(),
                new AdmissionSeed(),
                new LoadGenerator(clock, faults));
    }

    /** Parts that take minutes to build and that few need, by the word that asks for them. */
    static Map<String, List<Part>> extras() {
        return Map.of(
                "canary", List.of(new ArgoRollouts(), new CanarySeed()),
                "nodes", List.of(new Karpenter(), new PoolSeed()));
    }

    /** The controllers among them, which tests start when they need them. */
    static List<Part> onDemand() {
        return List.of(new ArgoRollouts(), new Karpenter());
    }
}
