package dev.binnacle.portal.cluster;

/** Keeps the compact record of a HorizontalPodAutoscaler of autoscaling/v2. */
final class AutoscalerProjection implements Projection<Autoscaler> {

    @Override
    public Autoscaler project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        Item spec = item.at("spec");
        Item status = item.at("status");
        Item target = spec.at("scaleTargetRef");
        return new Autoscaler(
                interner.same(metadata.text("namespace")),
                metadata.text("name"),
                interner.same(target.text("kind")),
                target.text("name"),
                spec.number("minReplicas", 1),
                spec.number("maxReplicas", 0),
                status.number("currentReplicas", 0),
                status.number("desiredReplicas", 0),
                status.time("lastScaleTime"),
                spec.list("metrics").stream()
                        .map(metric -> AutoscalerMetrics.of(metric, status.list("currentMetrics")))
                        .toList(),
                Conditions.of(status, interner));
    }
}
