package dev.binnacle.portal.environment;

import dev.binnacle.portal.web.Scope;
import dev.binnacle.portal.web.Scopes;
import dev.binnacle.portal.web.Section;
import dev.binnacle.portal.web.Section.Group;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the frame of every page shows of the environments. */
@Component
class EnvironmentScopes implements Scopes {

    private final Environments environments;

    EnvironmentScopes(Environments environments) {
        this.environments = environments;
    }

    @Override
    public List<Scope> all() {
        return environments.all().stream()
                .map(environment ->
                        new Scope(environment.name(), environment.tier().token(), environment.sandbox()))
                .toList();
    }

    @Bean
    static Section environmentsSection() {
        return Section.forEverybody(Group.KEEP, 10, "Environments", "environments", "/environments");
    }
}
