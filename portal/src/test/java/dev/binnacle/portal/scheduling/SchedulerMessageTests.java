package dev.binnacle.portal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.scheduling.SchedulerMessage.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SchedulerMessageTests {

    @Test
    void namesEachReasonWithItsNodes() {
        var read = SchedulerMessage.read("0/6 nodes are available: 1 node(s) were unschedulable, 5 Insufficient cpu."
                + " preemption: 0/6 nodes are available: 1 Preemption is not helpful for scheduling, 5 No preemption victims"
                + " found for incoming pod.");
        assertThat(read.nodes()).isEqualTo(6);
        assertThat(read.reasons()).containsExactly(new Reason(1, "cordoned"), new Reason(5, "too little CPU free"));
    }

    @Test
    void keepsATaintWithItsCommas() {
        var read = SchedulerMessage.read("0/2 nodes are available: 2 node(s) had untolerated taint(s) {a: b, c}.");
        assertThat(read.reasons()).containsExactly(new Reason(2, "tainted {a: b, c}"));
    }

    @Test
    void leavesAReasonItDoesNotKnowAsItStands() {
        assertThat(SchedulerMessage.read("0/1 nodes are available: 1 Insufficient example.com/gpu.")
                        .reasons())
                .containsExactly(new Reason(1, "Insufficient example.com/gpu"));
    }

    @Test
    void findsNoReasonInAnotherSentence() {
        assertThat(SchedulerMessage.read("skip schedule deleting pod").reasons())
                .isEmpty();
        assertThat(SchedulerMessage.read("").reasons()).isEmpty();
    }

    @Property
    void readsAnything(@ForAll String text) {
        assertThat(SchedulerMessage.read("0/3 nodes are available: " + text).nodes())
                .isIn(0, 3);
    }
}
