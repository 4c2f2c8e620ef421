package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Sources;
import dev.binnacle.portal.web.Csv;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How exported lines are written. */
enum ExportFormat {
    /** A table with the columns of the page. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head(List<String> columns) {
            return row(List.of("time", "namespace", "pod", "container", "stream", "level"), columns, "line");
        }

        @Override
        String line(Line line, List<String> columns) {
            return row(
                    List.of(line.cursor(), line.namespace(), line.pod(), line.container(), line.stream(), line.level()),
                    columns.isEmpty()
                            ? columns
                            : columns.stream()
                                    .map(column -> Sources.text(line.source(), column))
                                    .toList(),
                    line.text());
        }

        @Override
        String mark(String sentence) {
            return Csv.row(List.of(sentence));
        }

        private String row(List<String> first, List<String> columns, String last) {
            List<String> all = new ArrayList<>(first);
            all.addAll(columns);
            all.add(last);
            return Csv.row(all);
        }
    },

    /** Each line as it was indexed, an object of JSON a row: see <a href="https://github.com/ndjson/ndjson-spec">NDJSON</a>. */
    NDJSON("application/x-ndjson;charset=UTF-8") {
        @Override
        String head(List<String> columns) {
            return "";
        }

        @Override
        String line(Line line, List<String> columns) {
            return line.source() + "\n";
        }

        @Override
        String mark(String sentence) {
            return JsonMapper.shared().createObjectNode().put("binnacle", sentence) + "\n";
        }
    };

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    String ending() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract String head(List<String> columns);

    abstract String line(Line line, List<String> columns);

    /** What stands at the end of a file that is not whole. */
    abstract String mark(String sentence);
}
