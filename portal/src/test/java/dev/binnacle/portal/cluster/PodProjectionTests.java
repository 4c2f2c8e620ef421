package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PodProjectionTests {

    private final Interner interner = new Interner();
    private final Store<Revision> replicaSets = new Store<>();

    @Test
    void aPodOfADeploymentIsKnownByItsReplicaSet() throws IOException {
        Pod pod = project("""
                {"metadata":{"namespace":"shop","name":"echo-5d8f-x","labels":{"pod-template-hash":"5d8f"},
                 "ownerReferences":[{"controller":true,"apiVersion":"apps/v1","kind":"ReplicaSet","name":"echo-5d8f"}]},
                 "spec":{"nodeName":"node-1","containers":[{"name":"web","image":"echo:1"}]},
                 "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""");
        assertThat(pod.workload()).isEqualTo(new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", "echo"));
        assertThat(pod.revision()).isEqualTo("5d8f");
        assertThat(pod.ready()).isTrue();
    }

    @Test
    void anUnschedulablePodSaysWhatTheSchedulerSays() throws IOException {
        Pod pod = project("""
                {"metadata":{"namespace":"shop","name":"a"},"spec":{},
                 "status":{"phase":"Pending","conditions":[
                  {"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/4 nodes"}]}}""");
        assertThat(pod.reason()).isEqualTo("Unschedulable");
        assertThat(pod.message()).isEqualTo("0/4 nodes");
        assertThat(pod.workload()).isNull();
    }

    @Test
    void theHungriestMomentCounts() throws IOException {
        Pod pod = project("""
                {"metadata":{"name":"a"},"spec":{"overhead":{"cpu":"10m"},
                 "initContainers":[
                  {"name":"sidecar","restartPolicy":"Always","resources":{"requests":{"cpu":"100m","memory":"1Mi"}}},
                  {"name":"init","resources":{"requests":{"cpu":"500m"}}}],
                 "containers":[{"name":"web","resources":{"requests":{"cpu":"200m","memory":"2Mi"}}}]}}""");
        assertThat(pod.requests()).isEqualTo(new Resources(610, 3 << 20));
        assertThat(pod.containers()).extracting(Container::init).containsExactly(false, true, false);
    }

    @Test
    void whatIsMissingOrOfAnotherTypeReadsAsEmpty() throws IOException {
        Pod pod = project("""
                {"metadata":{"name":"a","labels":null,"creationTimestamp":"yesterday"},
                 "spec":{"containers":{},"priority":"high"},"status":{"phase":7,"containerStatuses":"none"}}""");
        assertThat(pod.phase()).isEqualTo(PodPhase.UNKNOWN);
        assertThat(pod.containers()).isEmpty();
        assertThat(pod.labels()).isEmpty();
    }

    private Pod project(String json) throws IOException {
        return new PodProjection(new Owners(replicaSets)).project(ListReader.object(json), interner);
    }
}
