package dev.binnacle.portal.overview;

import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.PlatformParts;
import dev.binnacle.portal.environment.PlatformParts.Part;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Section;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The home page. */
@Controller
class OverviewController {

    private static final int MOST_SHOWN = 12;

    private final Overview overview;
    private final ConnectedSystems systems;
    private final Environments environments;
    private final PlatformParts platform;

    OverviewController(Overview overview, ConnectedSystems systems, Environments environments, PlatformParts platform) {
        this.overview = overview;
        this.systems = systems;
        this.environments = environments;
        this.platform = platform;
    }

    @Bean
    static Section overviewSection() {
        return Section.forEverybody(Section.Group.NOW, 1, "Overview", "overview", "/");
    }

    @GetMapping("/")
    String page(Model model) {
        show(model);
        return "overview/overview";
    }

    @GetMapping(path = "/", headers = "HX-Target=overview")
    String part(Model model) {
        show(model);
        return "overview/overview :: overview";
    }

    /** Whether each connected system answers; a part of its own, since it asks them. */
    @GetMapping("/environments/{environment}/systems")
    String systems(@PathVariable String environment, Model model) {
        model.addAttribute("name", environment);
        model.addAttribute("systems", systems.of(environments.named(environment)));
        return "overview/overview :: systems";
    }

    private void show(Model model) {
        List<Card> cards = overview.cards();
        List<Attention> attention = overview.attention(cards);
        List<Part> joining = platform.parts().stream()
                .filter(part -> !part.state().equals("ready"))
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("attention", attention.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("operations", overview.operations(cards));
        model.addAttribute("attentionCount", attention.size());
        model.addAttribute("joining", joining);
        model.addAttribute("verdict", verdict(cards, attention, joining));
    }

    private static Verdict verdict(List<Card> cards, List<Attention> attention, List<Part> joining) {
        if (cards.isEmpty()) {
            return joining.isEmpty()
                    ? new Verdict(Status.UNKNOWN, "There is no environment that you may see.")
                    : new Verdict(
                            Status.PROGRESS,
                            "The platform is starting; its environment joins when the cluster is ready.");
        }
        Status worst = cards.stream().map(card -> card.verdict().status()).reduce(Status.OK, Status::worse);
        if (attention.isEmpty()) {
            return new Verdict(
                    worst,
                    worst == Status.UNKNOWN
                            ? "Nothing is known to need a person, but not everything is known."
                            : "Nothing needs a person now.");
        }
        Attention first = attention.getFirst();
        return new Verdict(
                worst,
                (attention.size() == 1 ? "One thing needs" : Amounts.count(attention.size(), "thing") + " need")
                        + " a person, first " + first.subject() + " in " + first.environment() + ".",
                first.subject() + " " + first.says() + (first.says().endsWith(".") ? " " : ". ") + first.because());
    }
}
