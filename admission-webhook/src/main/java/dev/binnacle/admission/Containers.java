package dev.binnacle.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The containers of a workload's pods, in the order in which messages name them: init containers first. */
record Containers(Node podSpec) {

    /** Nothing where the kind is none that is judged, or where its controller is judged in its place. */
    static Optional<Containers> of(String kind, Node object) {
        return switch (kind) {
            case "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet" -> template(object);
            case "apps/ReplicaSet" -> controlled(object, "") ? Optional.empty() : template(object);
            case "batch/Job" -> controlled(object, "CronJob") ? Optional.empty() : template(object);
            case "batch/CronJob" -> template(object.at("spec", "jobTemplate"));
            case "/Pod" -> controlled(object, "") ? Optional.empty() : Optional.of(new Containers(object.at("spec")));
            default -> Optional.empty();
        };
    }

    private static Optional<Containers> template(Node object) {
        return Optional.of(new Containers(object.at("spec", "template", "spec")));
    }

    private static boolean controlled(Node object, String kind) {
        return object.at("metadata", "ownerReferences").items().stream()
                .filter(owner -> owner.at("controller").text().equals("true"))
                .anyMatch(owner -> kind.isEmpty() || owner.at("kind").text().equals(kind));
    }

    /** Names each container that requests nothing of this resource. */
    List<String> without(String resource) {
        List<String> names = new ArrayList<>();
        name("init container ", "initContainers", resource, names);
        name("container ", "containers", resource, names);
        return names;
    }

    private void name(String label, String list, String resource, List<String> names) {
        podSpec.at(list).items().stream()
                .filter(container -> !requests(container.at("resources"), resource))
                .forEach(container -> names.add(label + container.at("name").text()));
    }

    /**
     * A limit stands for a request that is not given. The API server writes that down in a pod before admission, not in
     * a template of pods; a request of zero is one that the scheduler does not see.
     */
    private static boolean requests(Node resources, String resource) {
        Node requests = resources.at("requests");
        Node quantity = (requests.has(resource) ? requests : resources.at("limits")).at(resource);
        return quantity.text().split("[eE]", 2)[0].chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    }
}
