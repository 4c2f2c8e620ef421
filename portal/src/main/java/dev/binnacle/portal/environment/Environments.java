package dev.binnacle.portal.environment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The environment records. Reading is cheap: pages and rooms may ask at every request. */
public interface Environments {

    /** @return every record, by name; whoever lists them leaves out those that the reader may not see */
    List<Environment> all();

    /** @return nothing where that environment is gone */
    default Optional<Environment> identified(UUID id) {
        return all().stream()
                .filter(environment -> environment.id().value().equals(id))
                .findFirst();
    }

    /** @throws dev.binnacle.portal.problem.NotFound where no record has that name */
    Environment named(String name);
}
