package dev.binnacle.portal.alert;

import dev.binnacle.portal.alert.acknowledge.Acknowledgement;
import dev.binnacle.portal.alert.acknowledge.Acknowledging;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.Environment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The alerts of an environment, as its Alertmanagers last told them; answered from memory. Where none of them answers,
 * it is what they said last: {@link #current} tells.
 */
@Component
public class Alerts {

    private final Boards boards;
    private final Acknowledging acknowledging;

    Alerts(Boards boards, Acknowledging acknowledging) {
        this.boards = boards;
        this.acknowledging = acknowledging;
    }

    /** @return alerts that fire, unsilenced and uninhibited, the worst first, and among those the newest */
    public List<Alert> firing(Environment environment) {
        return boards.board(environment).alerts().stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .sorted(Comparator.comparing(Alert::severity)
                        .thenComparing(Alert::startsAt, Comparator.reverseOrder())
                        .thenComparing(Alert::fingerprint))
                .toList();
    }

    /**
     * @param kind as Kubernetes spells it: "Deployment"
     * @return alerts of any state whose labels name the workload or a pod that has its name before it
     */
    public List<Alert> ofWorkload(Environment environment, String namespace, String kind, String name) {
        WorkloadLabels workload = new WorkloadLabels(namespace, kind, name);
        return boards.board(environment).alerts().stream()
                .filter(workload::match)
                .sorted(Comparator.comparing(Alert::state)
                        .thenComparing(Alert::severity)
                        .thenComparing(Alert::startsAt, Comparator.reverseOrder()))
                .toList();
    }

    /** @return by the fingerprint of an alert, who looks after it; none where PostgreSQL, which is asked, does not answer */
    public Map<String, String> attended(Environment environment) {
        return acknowledging.holding(environment).values().stream()
                .collect(Collectors.toMap(Acknowledgement::fingerprint, Acknowledgement::assignee));
    }

    /** @return whether every cluster of Alertmanagers answers, so that no alert is missing for want of an answer */
    public boolean current(Environment environment) {
        Board board = boards.board(environment);
        return environment.alertmanagers().isEmpty() || (board.known() && board.staleSince() == null);
    }
}
