package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.History;
import dev.binnacle.portal.alert.history.Review;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Csv;
import dev.binnacle.portal.web.Times;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks back on alerts. */
@Controller
class ReviewController {

    private final Environments environments;
    private final History history;
    private final Times times;
    private final Clock clock;

    ReviewController(Environments environments, History history, Times times, Clock clock) {
        this.environments = environments;
        this.history = history;
        this.times = times;
        this.clock = clock;
    }

    @ModelAttribute("asked")
    PastAsked asked(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String filter) {
        return new PastAsked(environments.named(environment).name(), days, until, zone, filter);
    }

    @GetMapping("/environments/{environment}/alerts/review")
    String review(@ModelAttribute("asked") PastAsked asked, Model model) {
        Environment environment = environments.named(asked.environment());
        model.addAttribute(
                "review",
                switch (asked.meaning(clock.instant())) {
                    case PastAsked.Meaning.Faulty(var fault) -> ReviewView.faulty(asked, fault);
                    case PastAsked.Meaning.Clear(var period, var matchers) -> {
                        model.addAttribute("following", history.following(environment, period, matchers));
                        yield ReviewView.of(
                                asked, period, matchers, history.review(environment, period, matchers), times);
                    }
                });
        return "alert/review";
    }

    @GetMapping("/environments/{environment}/alerts/history")
    String history(@ModelAttribute("asked") PastAsked asked, Model model) {
        Environment environment = environments.named(asked.environment());
        model.addAttribute(
                "past",
                switch (asked.meaning(clock.instant())) {
                    case PastAsked.Meaning.Faulty(var fault) -> PastView.faulty(asked, fault);
                    case PastAsked.Meaning.Clear(var period, var matchers) ->
                        PastView.of(asked, history.list(environment, period, matchers, PastView.MOST + 1), times);
                });
        return "alert/history";
    }

    /** The names of a review, a row for each; durations in seconds. */
    @GetMapping("/environments/{environment}/alerts/review.csv")
    ResponseEntity<String> csv(@ModelAttribute("asked") PastAsked asked) {
        Environment environment = environments.named(asked.environment());
        return switch (asked.meaning(clock.instant())) {
            case PastAsked.Meaning.Faulty(var fault) ->
                ResponseEntity.badRequest().contentType(MediaType.TEXT_PLAIN).body(fault.reason());
            case PastAsked.Meaning.Clear(var period, var matchers) ->
                ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("alerts-of-" + environment.name() + ".csv")
                                        .build()
                                        .toString())
                        .body(csv(history.review(environment, period, matchers)));
        };
    }

    private static String csv(Review review) {
        return Stream.concat(
                        Stream.of(ReviewRow.HEAD),
                        review.names().stream()
                                .map(name -> ReviewRow.csv(name, review.before().get(name.name()))))
                .map(Csv::row)
                .collect(Collectors.joining());
    }
}
