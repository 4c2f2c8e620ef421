package dev.binnacle.portal.administration;

import dev.binnacle.portal.web.Scope;
import dev.binnacle.portal.web.Scopes;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The environments that a role or a token can be for. */
@Component
class EnvironmentNames {

    private final ObjectProvider<Scopes> scopes;

    EnvironmentNames(ObjectProvider<Scopes> scopes) {
        this.scopes = scopes;
    }

    /** @return all of them; none where no room keeps any */
    List<String> all() {
        return scopes.stream()
                .flatMap(all -> all.all().stream())
                .map(Scope::name)
                .toList();
    }
}
