package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the side navigation. */
@Configuration(proxyBeanMethods = false)
class DeliverySection {
    @Bean
    Section operations() {
        return Section.inEnvironment(Section.Group.RUN, 30, "Delivery", "delivery", "/operations");
    }
}
