package dev.binnacle.portal.log;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lines of a search as a file. */
@Controller
class ExportPages {

    private final Environments environments;
    private final LogExport export;
    private final Permissions permissions;
    private final Clock clock;

    ExportPages(Environments environments, LogExport export, Permissions permissions, Clock clock) {
        this.environments = environments;
        this.export = export;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping("/environments/{environment}/logs/export.csv")
    void csv(
            HttpMethod method,
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        write(method, environments.named(environment), Asked.of(parameters), ExportFormat.CSV, response);
    }

    @GetMapping("/environments/{environment}/logs/export.ndjson")
    void ndjson(
            HttpMethod method,
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        write(method, environments.named(environment), Asked.of(parameters), ExportFormat.NDJSON, response);
    }

    /** Leads to the log page where the link cannot be read, for it shows where. */
    private void write(
            HttpMethod method, Environment environment, Asked asked, ExportFormat format, HttpServletResponse response)
            throws IOException {
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            if (Meaning.of(asked) instanceof Meaning.Clear clear) {
                Download.File file = () -> {
                    response.setContentType(format.type());
                    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(environment, format));
                    return Download.writer(response);
                };
                if (method.equals(HttpMethod.HEAD)) {
                    file.open().flush();
                    return;
                }
                var wanted = new ExportRequest(permissions.account(), asked, range, format);
                export.write(environment, clear.during(range, asked), wanted, file);
                return;
            }
        } catch (InvalidTime _) {
            // as for a query that cannot be read
        }
        response.sendRedirect(asked.link(environment.name()));
    }

    private String named(Environment environment, ExportFormat format) {
        return ContentDisposition.attachment()
                .filename("logs-of-%s-%s.%s"
                        .formatted(
                                environment.name(),
                                clock.instant().toString().replaceAll("[:.].*", ""),
                                format.ending()))
                .build()
                .toString();
    }
}
