package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.metric.Monitored;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The one environment of a test, named "quay". */
@TestConfiguration
class MonitoredTest {

    @Bean
    @Primary
    Monitored monitored() {
        return new Monitored();
    }
}
