package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.environment.Environment;

/** What a preflight check looks at: the change that was asked for, and the cluster as it is now. */
record Situation(Environment environment, Request request, ClusterModel model, Workload workload) {
    /** @return what one pod of the workload asks of a node */
    Resources podRequest() {
        return workload.containers().stream()
                .map(Workload.TemplateContainer::requests)
                .reduce(Resources.NONE, Resources::plus);
    }
}
