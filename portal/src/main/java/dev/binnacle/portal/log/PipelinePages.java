package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.log.search.PipelineReading;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The way of log lines into the index of an environment. */
@Controller
class PipelinePages {

    private final Environments environments;
    private final PipelineReading reading;
    private final Clock clock;

    PipelinePages(Environments environments, PipelineReading reading, Clock clock) {
        this.environments = environments;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping("/environments/{environment}/logs/pipeline")
    String page(@PathVariable String environment, Model model) {
        model.addAttribute("view", view(environments.named(environment)));
        return "log/pipeline";
    }

    private PipelineView view(Environment environment) {
        try {
            SearchOutcome<Pipeline> outcome = reading.of(environment);
            if (outcome instanceof SearchOutcome.Found<Pipeline>(Pipeline pipeline)) {
                return PipelineView.of(environment, pipeline, clock.instant());
            }
            return PipelineView.without(
                    environment,
                    Troubles.of(outcome, environment.name())
                            .orElseGet(() -> Nothing.unfit("Elasticsearch refuses to tell of its indices.", "")));
        } catch (Unavailable unavailable) {
            return PipelineView.without(environment, Nothing.failing(unavailable.sentence()));
        } catch (Forbidden forbidden) {
            return PipelineView.without(environment, Nothing.forbidden(forbidden.sentence()));
        }
    }
}
