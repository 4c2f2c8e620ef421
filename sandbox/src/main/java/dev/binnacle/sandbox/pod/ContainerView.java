package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;

/** How a container is doing, as its status says it. */
record ContainerView(
        ContainerState state,
        ContainerState lastState,
        int restarts,
        boolean started,
        boolean ready,
        String imageId,
        String containerId) {

    static ContainerView creating() {
        return new ContainerView(waitingState("ContainerCreating", ""), new ContainerState(), 0, false, false, "", "");
    }

    ContainerView waiting(String reason, String message) {
        return new ContainerView(
                waitingState(reason, message), lastOfAll(), restarts, false, false, imageId, containerId);
    }

    ContainerView running(String startedAt, String newContainerId) {
        ContainerState running =
                new ContainerStateBuilder().withNewRunning(startedAt).build();
        return new ContainerView(running, lastOfAll(), restarts, false, false, imageId, newContainerId);
    }

    ContainerView terminated(ContainerStateTerminated end) {
        ContainerState terminated =
                new ContainerStateBuilder().withTerminated(end).build();
        return new ContainerView(terminated, lastState, restarts, false, false, imageId, containerId);
    }

    /** The next run begins: what ended becomes the last state. */
    ContainerView restarted() {
        return new ContainerView(state, lastOfAll(), restarts + 1, false, false, imageId, containerId);
    }

    /** After runs that another runner of this sandbox has started. */
    ContainerView after(int earlierRestarts, ContainerState earlierEnd) {
        return new ContainerView(state, earlierEnd, earlierRestarts, started, ready, imageId, containerId);
    }

    ContainerView ofImage(String id) {
        return new ContainerView(state, lastState, restarts, started, ready, id, containerId);
    }

    ContainerView asStarted(boolean nowReady) {
        return new ContainerView(state, lastState, restarts, true, nowReady, imageId, containerId);
    }

    ContainerView asReady(boolean nowReady) {
        return new ContainerView(state, lastState, restarts, started, nowReady, imageId, containerId);
    }

    private ContainerState lastOfAll() {
        return state.getTerminated() == null ? lastState : state;
    }

    private static ContainerState waitingState(String reason, String message) {
        return new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message.isEmpty() ? null : message)
                .endWaiting()
                .build();
    }
}
