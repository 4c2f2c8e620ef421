package dev.binnacle.portal.log;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.archive.Archives;
import dev.binnacle.portal.log.archive.Restoring;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rotated log files in the archive, and bringing the lines of a time back into search. */
@Controller
@RequestMapping("/environments/{environment}/logs/archive")
class ArchivePages {

    private static final Duration LONGEST_KEPT = Duration.ofDays(31);

    private final Environments environments;
    private final Archives archives;
    private final Restoring restoring;
    private final Permissions permissions;
    private final Clock clock;

    ArchivePages(
            Environments environments, Archives archives, Restoring restoring, Permissions permissions, Clock clock) {
        this.environments = environments;
        this.archives = archives;
        this.restoring = restoring;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String environment, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        Environment known = environments.named(environment);
        Asked asked = Asked.of(parameters);
        Asked ranged = parameters.containsKey(Asked.FROM) ? asked : asked.with(Asked.FROM, "now-24h");
        model.addAttribute("view", files(known, ranged));
        model.addAttribute("restores", RestoresView.of(known, restoring.newest(known), clock.instant()));
        return "log/archive";
    }

    /** What is brought back, asked for again while something goes on. */
    @GetMapping("/restores")
    String restores(@PathVariable String environment, Model model) {
        Environment known = environments.named(environment);
        model.addAttribute("restores", RestoresView.of(known, restoring.newest(known), clock.instant()));
        return "log/archive :: restores";
    }

    /**
     * @param id of the form, so that one that is sent twice does nothing twice
     * @param days how long the lines are kept
     */
    @PostMapping("/restores")
    String begin(
            @PathVariable String environment,
            @RequestParam UUID id,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam int days) {
        Environment known = environments.named(environment);
        Duration kept = Duration.ofDays(days);
        if (kept.isNegative() || kept.isZero() || kept.compareTo(LONGEST_KEPT) > 0 || !from.isBefore(to)) {
            throw new Conflict("Nothing was brought back: lines are kept for 1 to 31 days, of a time that ends after it"
                    + " begins.");
        }
        restoring.begin(known, id, from, to, kept, permissions.account());
        return back(known);
    }

    @PostMapping("/restores/{id}/remove")
    String remove(@PathVariable String environment, @PathVariable UUID id) {
        Environment known = environments.named(environment);
        restoring.remove(known, id, permissions.account());
        return back(known);
    }

    private ArchiveView files(Environment environment, Asked asked) {
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            return environment.archive() == null
                    ? ArchiveView.without(environment, asked, ArchiveView.NONE)
                    : ArchiveView.of(environment, asked, range, archives.list(environment, range.start(), range.end()));
        } catch (InvalidTime invalid) {
            return ArchiveView.without(environment, asked, Nothing.unfit(invalid.sentence(), ""));
        } catch (Problem problem) {
            return ArchiveView.without(environment, asked, Nothing.failing(problem.sentence()));
        }
    }

    private static String back(Environment environment) {
        return "redirect:" + Links.path("environments", environment.name(), "logs", "archive") + "#restores";
    }
}
