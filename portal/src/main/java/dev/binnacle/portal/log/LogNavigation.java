package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the log page into the navigation. */
@Configuration(proxyBeanMethods = false)
class LogNavigation {

    @Bean
    Section logSection() {
        return Section.inEnvironment(Section.Group.NOW, 30, "Logs", "logs", "/logs");
    }
}
