package dev.binnacle.sandbox;

import dev.binnacle.sandbox.data.ElasticsearchPart;
import dev.binnacle.sandbox.data.PostgresqlPart;
import dev.binnacle.sandbox.data.shipper.LogShipper;
import dev.binnacle.sandbox.kubernetes.ControlPlane;
import dev.binnacle.sandbox.kubernetes.MetricsServer;
import dev.binnacle.sandbox.kubernetes.Nodes;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.pod.PodsPart;
import java.time.Clock;
import java.util.List;

/** Every part of the whole platform, in the order in which the overview shows them. */
final class Catalogue {

    private Catalogue() {}

    static List<Part> parts() {
        Clock clock = Clock.systemUTC();
        return List.of(
                new PostgresqlPart(),
                new ElasticsearchPart(),
                new ControlPlane(clock),
                new PodsPart(clock),
                new Nodes(clock),
                new MetricsServer(),
                new LogShipper());
    }
}
