package dev.binnacle.portal;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void roomsUseWhatTheyMay() {
        ApplicationModules.of(PortalApplication.class).verify();
    }
}
