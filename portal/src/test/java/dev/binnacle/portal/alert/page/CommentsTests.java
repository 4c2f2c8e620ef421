package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommentsTests {

    @Test
    void aReasonIsWantedAlwaysAndATicketWhereAnAdministratorSaysSo() {
        assertThat(faults("", " ")).containsOnlyKeys("comment");
        assertThat(faults("", "a new disk")).isEmpty();
        assertThat(faults("", "x".repeat(1001)).get("comment")).contains("1000");
        assertThat(faults("OPS-\\d+", "ops-1")).containsOnlyKeys("comment");
        assertThat(faults("OPS-\\d+", "a new disk, see OPS-1")).isEmpty();
    }

    @Test
    void anExpressionThatTakesOthersForAgesIsQuick() {
        assertThat(faults("(a+)+$", "a".repeat(999) + "b")).containsOnlyKeys("comment");
    }

    @Test
    void oneThatIsNoExpressionIsRefusedWhenThePortalStarts() {
        assertThatThrownBy(() -> new Comments("OPS-(")).hasMessageContaining("BINNACLE_ALERTS_TICKET");
    }

    private static Map<String, String> faults(String ticket, String comment) {
        Map<String, String> faults = new TreeMap<>();
        new Comments(ticket).check(comment, faults);
        return faults;
    }
}
