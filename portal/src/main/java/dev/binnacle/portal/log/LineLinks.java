package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import java.util.List;
import java.util.stream.Stream;

/** Links to single lines. */
final class LineLinks {

    private LineLinks() {}

    /** @param parameters names and values in turn that the line's page also gets */
    static String to(String environment, Line line, List<String> parameters) {
        return Links.with(
                Links.path("environments", environment, "logs", "line"),
                Stream.concat(Stream.of("index", line.index(), "id", line.id()), parameters.stream())
                        .toList());
    }
}
