package dev.binnacle.portal.environment;

import java.util.List;

/** The environment records. Reading is cheap: pages and rooms may ask at every request. */
public interface Environments {

    /** @return every record, by name; whoever lists them leaves out those that the reader may not see */
    List<Environment> all();

    /** @throws dev.binnacle.portal.problem.NotFound where no record has that name */
    Environment named(String name);
}
