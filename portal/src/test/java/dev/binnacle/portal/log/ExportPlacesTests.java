package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.AccountPlaces;
import org.junit.jupiter.api.Test;

class ExportPlacesTests {

    private final AccountPlaces places = LogExport.places();

    @Test
    void anAccountLeavesPlacesForOthers() {
        places.enter("ada");
        places.enter("ada");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> places.enter("ada"))
                .withMessageContaining("You write 2 exports already.");
        assertThatNoException().isThrownBy(() -> places.enter("bert"));
    }

    @Test
    void allTogetherHaveFour() {
        places.enter("ada");
        places.enter("ada");
        places.enter("bert");
        places.enter("bert");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> places.enter("cleo"))
                .withMessageContaining("The portal writes 4 exports already.");
    }

    @Test
    void aPlaceThatWasLeftIsFreeAgain() {
        for (int time = 0; time < 10; time++) {
            places.enter("ada");
            places.leave("ada");
        }
        places.enter("ada");

        assertThatNoException().isThrownBy(() -> places.enter("ada"));
    }
}
