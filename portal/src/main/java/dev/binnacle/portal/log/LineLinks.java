package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import java.util.List;
import java.util.stream.Stream;

/** Links to single lines. */
final class LineLinks {

    private LineLinks() {}

    /** @param parameters names and values in turn that the line's page also gets */
    static String to(String environment, Line line, List<String> parameters) {
        return link("line", environment, line, parameters);
    }

    /** @param parameters names and values in turn: how many lines before and after it */
    static String around(String environment, Line line, List<String> parameters) {
        return link("around", environment, line, parameters);
    }

    private static String link(String page, String environment, Line line, List<String> parameters) {
        return Links.with(
                Links.path("environments", environment, "logs", page),
                Stream.concat(Stream.of("index", line.index(), "id", line.id()), parameters.stream())
                        .toList());
    }
}
