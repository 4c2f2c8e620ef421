package dev.binnacle.sandbox.data.shipper;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What log documents say about a pod.
 *
 * @param labels with dots in their keys replaced, as Fluent Bit does where asked to: a dot would make an object of them
 * @param images by container
 */
record PodDescription(String host, String address, Map<String, String> labels, Map<String, String> images) {
    static final PodDescription UNKNOWN = new PodDescription("", "", Map.of(), Map.of());

    static PodDescription of(Pod pod) {
        Map<String, String> labels =
                Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
        String address = pod.getStatus() == null ? null : pod.getStatus().getPodIP();
        return new PodDescription(
                Objects.requireNonNullElse(pod.getSpec().getNodeName(), ""),
                Objects.requireNonNullElse(address, ""),
                labels.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().replace('.', '_'),
                                Map.Entry::getValue,
                                (first, second) -> second)),
                pod.getSpec().getContainers().stream()
                        .filter(container -> container.getImage() != null)
                        .collect(Collectors.toMap(Container::getName, Container::getImage)));
    }
}
