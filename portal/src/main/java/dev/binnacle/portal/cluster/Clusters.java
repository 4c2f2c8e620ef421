package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import io.fabric8.kubernetes.client.KubernetesClient;

/** The clusters behind the environments; one set of informers per cluster, however many environments share it. */
public interface Clusters {

    /** @return the model; starts its informers at the first call and never waits for them */
    ClusterModel model(Environment environment);

    /**
     * The client for writers (delivery, autoscaling) and for what cannot be watched (pod logs). Shared: do not close it.
     * Every call has a timeout of at most 10 seconds unless it streams.
     */
    KubernetesClient client(Environment environment);
}
