package dev.binnacle.portal.overview;

import dev.binnacle.portal.web.Section;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page. */
@Controller
class OverviewController {

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("verdict", new Verdict(Status.UNKNOWN, "These are the environments that you may see."));
        return "overview/overview";
    }

    @Bean
    static Section overviewSection() {
        return Section.forEverybody(Section.Group.NOW, 1, "Overview", "overview", "/");
    }
}
