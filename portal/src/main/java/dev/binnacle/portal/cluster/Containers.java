package dev.binnacle.portal.cluster;

import dev.binnacle.portal.cluster.Container.Running;
import dev.binnacle.portal.cluster.Container.State;
import dev.binnacle.portal.cluster.Container.Terminated;
import dev.binnacle.portal.cluster.Container.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the containers of a pod with what the kubelet says of them. */
final class Containers {

    private static final Waiting SILENT = new Waiting("", "");
    private static final int MESSAGE_LIMIT = 1000;

    private Containers() {}

    /** @return init containers first; a sidecar counts as one of the others */
    static List<Container> of(Item spec, Item status, Interner interner) {
        List<Container> containers = new ArrayList<>(2);
        add(containers, spec.list("initContainers"), status.list("initContainerStatuses"), true, interner);
        add(containers, spec.list("containers"), status.list("containerStatuses"), false, interner);
        return List.copyOf(containers);
    }

    private static void add(
            List<Container> containers, List<Item> declared, List<Item> statuses, boolean init, Interner interner) {
        Map<String, Item> byName = new HashMap<>();
        statuses.forEach(status -> byName.put(status.text("name"), status));
        for (Item container : declared) {
            Item status = byName.getOrDefault(container.text("name"), container.at("no status"));
            containers.add(new Container(
                    interner.same(container.text("name")),
                    interner.same(container.text("image")),
                    init && !PodRequests.restartable(container),
                    status.flag("ready"),
                    status.number("restartCount", 0),
                    Quantities.resources(container.at("resources", "requests"), interner),
                    Quantities.resources(container.at("resources", "limits"), interner),
                    state(status.at("state"), interner),
                    terminated(status.at("lastState"), interner)));
        }
    }

    private static State state(Item state, Interner interner) {
        if (state.has("running")) {
            return new Running(interner.same(state.at("running").time("startedAt", Instant.EPOCH)));
        }
        Terminated ended = terminated(state, interner);
        if (ended != null) {
            return ended;
        }
        Item waiting = state.at("waiting");
        return waiting.has("reason")
                ? new Waiting(interner.same(waiting.text("reason")), interner.same(cut(waiting.text("message"))))
                : SILENT;
    }

    private static @Nullable Terminated terminated(Item state, Interner interner) {
        if (!state.has("terminated")) {
            return null;
        }
        Item ended = state.at("terminated");
        return new Terminated(
                interner.same(ended.text("reason")),
                interner.same(cut(ended.text("message"))),
                ended.number("exitCode", 0),
                ended.time("finishedAt"));
    }

    private static String cut(String message) {
        return message.length() <= MESSAGE_LIMIT ? message : message.substring(0, MESSAGE_LIMIT) + " …";
    }
}
