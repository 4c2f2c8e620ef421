package dev.binnacle.portal.log;

import dev.binnacle.portal.audit.AuditEntry;
import java.util.Map;

/** Who exports what. */
record ExportRequest(String account, Asked asked, TimeRange range, ExportFormat format) {

    AuditEntry entry(String environment) {
        return new AuditEntry(
                account,
                "log.export",
                environment,
                "log lines as " + format.ending(),
                "",
                Map.of(
                        "search", asked.link(environment),
                        "from", range.start().toString(),
                        "to", range.end().toString()));
    }
}
