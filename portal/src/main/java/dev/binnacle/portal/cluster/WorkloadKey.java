package dev.binnacle.portal.cluster;

/** Which workload of a cluster. */
public record WorkloadKey(WorkloadKind kind, String namespace, String name) {

    /** @return the topic of live pages that show it: told when it, its revisions or its pods change */
    public String topic() {
        return "workload/" + namespace + "/" + kind.token() + "/" + name;
    }

    /** @return as in "deployment shop/echo" */
    @Override
    public String toString() {
        return kind.token() + " " + namespace + "/" + name;
    }
}
