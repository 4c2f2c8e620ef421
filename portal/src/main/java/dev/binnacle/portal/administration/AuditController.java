package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.audit.AuditCheck;
import dev.binnacle.portal.audit.AuditEntries;
import dev.binnacle.portal.audit.AuditFilter;
import dev.binnacle.portal.audit.SealedEntry;
import dev.binnacle.portal.web.Download;
import dev.binnacle.portal.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the audit trail. */
@Controller
@RequestMapping("/audit")
class AuditController {

    private static final int ROWS = 50;

    private final AuditEntries entries;
    private final AuditCheck check;
    private final AuditChecking checking;
    private final AuditVerdict verdict;
    private final Permissions permissions;

    AuditController(
            AuditEntries entries,
            AuditCheck check,
            AuditChecking checking,
            AuditVerdict verdict,
            Permissions permissions) {
        this.entries = entries;
        this.check = check;
        this.checking = checking;
        this.verdict = verdict;
        this.permissions = permissions;
    }

    @Bean
    static Section auditSection() {
        return Section.forAdministrators(Section.Group.KEEP, 90, "Audit", "audit", "/audit");
    }

    @GetMapping
    String trail(@ModelAttribute AuditQuery query, @RequestParam(defaultValue = "0") long before, Model model) {
        long from = before > 0 ? before : Long.MAX_VALUE;
        List<SealedEntry> found = entries.find(query.filter(), from, ROWS + 1);
        model.addAttribute("query", query);
        model.addAttribute("rows", found.stream().limit(ROWS).map(AuditRow::of).toList());
        model.addAttribute("older", found.size() > ROWS ? found.get(ROWS - 1).number() : null);
        model.addAttribute("count", entries.count());
        model.addAttribute("verdict", verdict.of(check.last(), entries.count(), entries.first()));
        model.addAttribute("accounts", entries.accounts());
        model.addAttribute("actions", entries.actions());
        model.addAttribute("environments", entries.environments());
        return "administration/audit";
    }

    @PostMapping("/check")
    String checkNow() {
        checking.checkFor(permissions.account());
        return "redirect:/audit";
    }

    @GetMapping(path = "/entries.csv")
    void export(@ModelAttribute AuditQuery query, HttpServletResponse response) throws IOException {
        AuditFilter filter = query.filter();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        AuditExport.write(() -> Download.writer(response), before -> entries.find(filter, before, AuditExport.BATCH));
    }
}
