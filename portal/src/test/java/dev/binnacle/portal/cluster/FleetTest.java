package dev.binnacle.portal.cluster;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Gives a test the {@link Fleet} as its only environment. */
@TestConfiguration(proxyBeanMethods = false)
public class FleetTest {

    @Bean
    @Primary
    FleetEnvironment fleetEnvironment() {
        return new FleetEnvironment();
    }
}
