package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.audit.AuditEntries;
import dev.binnacle.portal.audit.AuditFilter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@PageTest
@Import(LogEnvironments.class)
class ExportPagesTests {

    private final Visitors visitors;
    private final AuditEntries audit;

    ExportPagesTests(Visitors visitors, AuditEntries audit) {
        this.visitors = visitors;
        this.audit = audit;
    }

    @Test
    void whoAsksForTheHeadAloneReadsNoLine() {
        assertThat(visitors.in("log-all", Role.VIEWER)
                        .head()
                        .uri(URI.create("/environments/log-all/logs/export.csv?query=headalone"))
                        .exchange())
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .containsHeader("Content-Disposition")
                .bodyText()
                .isEmpty();
        assertThat(audit.find(new AuditFilter("", "", "log.export", "log-all", null, null), Long.MAX_VALUE, 100))
                .noneMatch(entry ->
                        String.valueOf(entry.entry().details().get("search")).contains("headalone"));
    }
}
