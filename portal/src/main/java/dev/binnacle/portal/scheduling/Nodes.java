package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the nodes, under a heading for each zone. */
record Nodes(List<NodeView> rows, Paging paging) {

    private static final int SIZE = 20;

    Nodes(List<NodeLoad> loads, int page, @Nullable WorkloadKey chosen) {
        this(rows(loads, new Paging(page, SIZE, loads.size()), chosen), new Paging(page, SIZE, loads.size()));
    }

    private static List<NodeView> rows(List<NodeLoad> loads, Paging paging, @Nullable WorkloadKey chosen) {
        List<NodeView> rows = new ArrayList<>();
        String zone = null;
        for (NodeLoad load : loads.subList(paging.from(), paging.to())) {
            rows.add(NodeView.of(load, !load.node().zone().equals(zone), chosen));
            zone = load.node().zone();
        }
        return rows;
    }
}
