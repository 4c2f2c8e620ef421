package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.rule.RuleBook;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules that alerts come from, and those that record and cannot; those first that cannot do what they are for. */
@Controller
class RulesController {

    private static final int SHOWN = 300;

    private final Environments environments;
    private final Boards boards;
    private final RuleBook rules;
    private final Times times;

    RulesController(Environments environments, Boards boards, RuleBook rules, Times times) {
        this.environments = environments;
        this.boards = boards;
        this.rules = rules;
        this.times = times;
    }

    /** @param find part of a rule's name, group or expression */
    @GetMapping("/environments/{environment}/alerts/rules")
    String page(@PathVariable String environment, @RequestParam(defaultValue = "") String find, Model model) {
        Environment known = environments.named(environment);
        Map<String, List<Alert>> alerts =
                boards.board(known).alerts().stream().collect(Collectors.groupingBy(Alert::name));
        List<RuleRow> rows = rules.rules(known).stream()
                .map(rule -> RuleRow.of(rule, alerts.getOrDefault(rule.rule().name(), List.of()), environment, times))
                .sorted(Comparator.comparing(RuleRow::failing)
                        .thenComparing(RuleRow::doubtful)
                        .thenComparing(RuleRow::status)
                        .reversed()
                        .thenComparing(RuleRow::name))
                .toList();
        List<RuleRow> found = rows.stream().filter(row -> row.contains(find)).toList();
        model.addAttribute("root", "/environments/" + environment + "/alerts");
        model.addAttribute("find", find);
        model.addAttribute("rules", found.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, found.size() - SHOWN));
        model.addAttribute("verdict", verdict(known, rows));
        return "alert/rules";
    }

    private static Verdict verdict(Environment environment, List<RuleRow> rows) {
        if (rows.isEmpty()) {
            return new Verdict(
                    Status.UNKNOWN,
                    environment.prometheus() == null
                            ? "Environment " + environment.name() + " names no Prometheus."
                            : "No alerting rule of " + environment.name() + " is known.");
        }
        long failing = rows.stream().filter(RuleRow::failing).count();
        long blind = rows.stream().filter(RuleRow::doubtful).count() - failing;
        long alerting = rows.stream().filter(row -> !row.recording()).count();
        String says = Text.count(alerting, "rule raises", "rules raise") + " alerts in " + environment.name() + ".";
        Status status = failing > 0 ? Status.CRITICAL : blind > 0 ? Status.UNKNOWN : Status.OK;
        return new Verdict(
                status,
                says,
                (failing == 0 ? "All are evaluated" : "%,d cannot be evaluated".formatted(failing))
                        + (blind == 0 ? "." : "; %,d without anything to look at now.".formatted(blind)));
    }
}
