package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;

/** Which pod, on which node. */
record PodIdentity(String namespace, String name, String uid, String node) {

    static PodIdentity of(Pod pod) {
        return new PodIdentity(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                pod.getMetadata().getUid(),
                pod.getSpec().getNodeName());
    }

    /** As the kubelet writes a pod in its messages. */
    String display() {
        return name + "_" + namespace + "(" + uid + ")";
    }

    ObjectReference reference(String container) {
        return new ObjectReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withNamespace(namespace)
                .withName(name)
                .withUid(uid)
                .withFieldPath("spec.containers{" + container + "}")
                .build();
    }
}
