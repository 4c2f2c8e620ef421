package dev.binnacle.portal.cluster;

/** Which workload of a cluster. */
public record WorkloadKey(WorkloadKind kind, String namespace, String name) {

    /** @return as in "deployment shop/echo" */
    @Override
    public String toString() {
        return kind.token() + " " + namespace + "/" + name;
    }
}
