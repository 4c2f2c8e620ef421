package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.AccountPlaces;
import org.junit.jupiter.api.Test;

class FollowedLogsTests {

    private final AccountPlaces followed = FollowedLogs.ofWorkloads();

    @Test
    void oneWhoFollowsFiveLeavesPlacesForOthers() {
        follow("ada", 5);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> followed.enter("ada"))
                .withMessageContaining("You follow the logs of 5 workloads already.");
        assertThatNoException().isThrownBy(() -> followed.enter("bert"));
    }

    @Test
    void allTogetherFollowTwenty() {
        for (String account : new String[] {"ada", "bert", "cleo", "dora"}) {
            follow(account, 5);
        }

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> followed.enter("emil"))
                .withMessageContaining("The logs of 20 workloads are followed already");
    }

    @Test
    void onePlaceLessIsTakenWhenALogIsLeft() {
        follow("ada", 5);
        followed.leave("ada");

        assertThatNoException().isThrownBy(() -> followed.enter("ada"));
    }

    private void follow(String account, int logs) {
        for (int log = 0; log < logs; log++) {
            followed.enter(account);
        }
    }
}
