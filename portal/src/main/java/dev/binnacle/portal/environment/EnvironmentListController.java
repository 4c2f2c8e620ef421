package dev.binnacle.portal.environment;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of the environments that the account may see. */
@Controller
class EnvironmentListController {

    private final Environments environments;
    private final Permissions permissions;

    EnvironmentListController(Environments environments, Permissions permissions) {
        this.environments = environments;
        this.permissions = permissions;
    }

    @GetMapping("/environments")
    String list(Model model) {
        List<EnvironmentRow> rows = environments.all().stream()
                .filter(environment -> permissions.holds(Role.VIEWER, environment.name()))
                .sorted(Comparator.comparing(Environment::tier).reversed().thenComparing(Environment::name))
                .map(environment -> EnvironmentRow.of(environment, role(environment.name())))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("verdict", verdict(rows));
        return "environment/list";
    }

    private Role role(String environment) {
        return permissions.holds(Role.ADMINISTRATOR, environment)
                ? Role.ADMINISTRATOR
                : permissions.holds(Role.OPERATOR, environment) ? Role.OPERATOR : Role.VIEWER;
    }

    private static Verdict verdict(List<EnvironmentRow> rows) {
        if (rows.isEmpty()) {
            return new Verdict(Status.UNKNOWN, "There is no environment that you may see.");
        }
        long unmonitored =
                rows.stream().filter(row -> !row.unconnected().isEmpty()).count();
        String says = rows.size() == 1 ? "1 environment is set up." : rows.size() + " environments are set up.";
        return unmonitored == 0
                ? new Verdict(Status.OK, says, "Each connects a cluster, Prometheus, Alertmanager and Elasticsearch.")
                : new Verdict(
                        Status.OK,
                        says,
                        unmonitored + " of them connect only some systems; pages that need the others say so.");
    }
}
