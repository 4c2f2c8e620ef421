package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The downward API: what a container may learn of its own pod.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/downward-api/">Downward API</a>
 */
record PodFields(Pod pod, String podAddress, String hostAddress) {

    private static final Pattern KEYED = Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)']");

    String field(String path) {
        ObjectMeta metadata = pod.getMetadata();
        Matcher keyed = KEYED.matcher(path);
        if (keyed.matches()) {
            Map<String, String> values =
                    keyed.group(1).equals("labels") ? metadata.getLabels() : metadata.getAnnotations();
            return values == null ? "" : values.getOrDefault(keyed.group(2), "");
        }
        return switch (path) {
            case "metadata.name" -> metadata.getName();
            case "metadata.namespace" -> metadata.getNamespace();
            case "metadata.uid" -> metadata.getUid();
            case "spec.nodeName" -> pod.getSpec().getNodeName();
            case "spec.serviceAccountName" -> pod.getSpec().getServiceAccountName();
            case "status.podIP", "status.podIPs" -> podAddress;
            case "status.hostIP", "status.hostIPs" -> hostAddress;
            default -> throw new UnresolvedReference("field " + path + " is not known to the downward API");
        };
    }

    String resource(ResourceFieldSelector selector, Container container) {
        String[] path = selector.getResource().split("\\.", 2);
        ResourceRequirements resources = container.getResources();
        if (resources == null || path.length < 2) {
            return "0";
        }
        Map<String, Quantity> values = path[0].equals("limits") ? resources.getLimits() : resources.getRequests();
        Quantity quantity = values == null ? null : values.get(path[1]);
        if (quantity == null) {
            return "0";
        }
        Quantity divisor = selector.getDivisor();
        BigDecimal unit = divisor == null ? BigDecimal.ONE : divisor.getNumericalAmount();
        return quantity.getNumericalAmount()
                .divide(unit.signum() == 0 ? BigDecimal.ONE : unit, 0, RoundingMode.CEILING)
                .toPlainString();
    }
}
