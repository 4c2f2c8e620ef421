package dev.binnacle.portal.workload;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.AccountPlaces;
import dev.binnacle.portal.web.EventStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The live logs of all pods of a workload as one, as their kubelets keep them, whether or not they are indexed. */
@Controller
@RequestMapping("/environments/{environment}/workloads/{namespace}/{kind}/{name}/log")
class WorkloadLogController {

    private static final Logger LOG = LoggerFactory.getLogger(WorkloadLogController.class);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Environments environments;
    private final Clusters clusters;
    private final PodLogs logs;
    private final Permissions permissions;
    private final Clock clock;
    private final AccountPlaces followed = FollowedLogs.ofWorkloads();

    WorkloadLogController(
            Environments environments, Clusters clusters, PodLogs logs, Permissions permissions, Clock clock) {
        this.environments = environments;
        this.clusters = clusters;
        this.logs = logs;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean previous,
            Model model) {
        Environment found = environments.named(environment);
        model.addAttribute("environment", found);
        model.addAttribute("workload", WorkloadLookup.find(clusters.model(found), namespace, kind, name));
        model.addAttribute("previous", previous);
        return "workload/log";
    }

    /** As server-sent events. Each stream lasts less than a minute; the browser then asks again, and its rights are checked. */
    @GetMapping("/lines")
    void lines(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean previous,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            HttpServletResponse response) {
        Environment found = environments.named(environment);
        Workload workload = WorkloadLookup.find(clusters.model(found), namespace, kind, name);
        String account = permissions.account();
        followed.enter(account);
        Instant newest = moment(last);
        FollowedRuns runs = new FollowedRuns(previous, newest, clock.instant());
        try (Followers followers = new Followers(wanted -> logs.open(found, wanted), runs)) {
            response.setCharacterEncoding("UTF-8");
            new MergedLog(
                            followers,
                            () -> clusters.model(found).podsOf(workload.key()),
                            EventStream.begin(response),
                            previous,
                            newest == null ? Instant.EPOCH : newest)
                    .copy();
        } catch (IOException left) {
            LOG.debug("The log of {} ended", name, left);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            followed.leave(account);
        }
    }

    /** @return the moment of the newest line that the browser has; null where that is too long ago to go on from */
    private @Nullable Instant moment(String last) {
        try {
            Instant newest = Instant.parse(last);
            return Duration.between(newest, clock.instant()).abs().compareTo(LONGEST) > 0 ? null : newest;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
