package dev.binnacle.portal.workload;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.AccountPlaces;
import dev.binnacle.portal.web.EventStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The live log of a container, as server-sent events. Each stream lasts less than a minute; the browser then asks again
 * from the last line on, and so passes the check of its rights again.
 */
@Controller
class PodLogController {

    private static final Logger LOG = LoggerFactory.getLogger(PodLogController.class);

    private final Environments environments;
    private final Clusters clusters;
    private final PodLogs logs;
    private final Permissions permissions;
    private final AccountPlaces followed = FollowedLogs.ofContainers();

    PodLogController(Environments environments, Clusters clusters, PodLogs logs, Permissions permissions) {
        this.environments = environments;
        this.clusters = clusters;
        this.logs = logs;
        this.permissions = permissions;
    }

    @GetMapping("/environments/{environment}/pods/{namespace}/{name}/log")
    void log(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String container,
            @RequestParam(defaultValue = "false") boolean previous,
            @RequestParam(defaultValue = "200") int lines,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            HttpServletResponse response)
            throws IOException {
        Environment found = environments.named(environment);
        Pod pod = PodController.find(clusters.model(found), namespace, name);
        Instant since = since(last);
        PodLogs.Wanted wanted = new PodLogs.Wanted(
                namespace, name, PodController.chosen(pod, container), previous, !previous, lines, since);
        String account = permissions.account();
        followed.enter(account);
        try (InputStream log = logs.open(found, wanted)) {
            response.setCharacterEncoding("UTF-8");
            new LogEvents(log, EventStream.begin(response), since).copy();
        } catch (IOException left) {
            LOG.debug("The log of {} ended", name, left);
        } finally {
            followed.leave(account);
        }
    }

    private static @Nullable Instant since(String last) {
        try {
            return last.isEmpty() ? null : Instant.parse(last);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }
}
