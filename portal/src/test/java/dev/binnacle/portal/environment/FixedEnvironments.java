package dev.binnacle.portal.environment;

import dev.binnacle.portal.problem.NotFound;
import java.util.List;

/** Records that a test gives. */
public record FixedEnvironments(List<Environment> all) implements Environments {

    public FixedEnvironments {
        all = List.copyOf(all);
    }

    public static Environments of(Environment... all) {
        return new FixedEnvironments(List.of(all));
    }

    @Override
    public Environment named(String name) {
        return all.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("No environment " + name + "."));
    }
}
