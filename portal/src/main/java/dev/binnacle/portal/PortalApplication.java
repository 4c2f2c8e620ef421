package dev.binnacle.portal;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the portal. */
@EnableScheduling
@Modulithic(systemName = "Binnacle")
@SpringBootApplication
class PortalApplication {

    /**
     * How many platform threads carry the virtual ones. One that loads a class keeps its carrier while it waits for
     * another that loads from the same jar; where as many wait as there are carriers, nothing runs ever again. The usual
     * number is that of the processors, which may be two.
     *
     * @see <a href="https://github.com/spring-projects/spring-boot/issues/51463">Spring Boot 51463</a>
     */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] arguments) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(
                    CARRIERS, Integer.toString(Math.max(32, Runtime.getRuntime().availableProcessors())));
        }
        SpringApplication.run(PortalApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
