package dev.binnacle.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class AuditPageTests {

    private final Visitors visitors;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AuditPageTests(Visitors visitors, AuditTrail audit, TransactionTemplate transaction) {
        this.visitors = visitors;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Test
    void theFiltersOfTheAddressChoose() {
        record("page-alice", "page.one", "page-europe", "first thing", "because of rain");
        record("page-bob", "page.two", "page-asia", "second thing", "");
        assertThat(page("?account=page-alice")).contains("first thing").doesNotContain("second thing");
        assertThat(page("?action=page.two")).contains("second thing").doesNotContain("first thing");
        assertThat(page("?action=page")).contains("second thing", "first thing");
        assertThat(page("?environment=page-europe")).contains("first thing").doesNotContain("second thing");
        assertThat(page("?find=OF%20RAIN")).contains("first thing").doesNotContain("second thing");
        assertThat(page("?action=page&until=2001-01-01")).contains("No entry matches the filter.");
        assertThat(page("?action=page&from=nonsense")).contains("first thing");
    }

    @Test
    void olderEntriesFollowByNumber() {
        for (int entry = 1; entry <= 60; entry++) {
            record("page-many", "many.entries", null, "number %02d.".formatted(entry), "");
        }
        String newest = page("?account=page-many");
        assertThat(newest).contains("number 60.", "number 11.").doesNotContain("number 10.");
        String older = newest.replaceAll("(?s).*href=\"(/audit[^\"]*before=\\d+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(older.substring("/audit".length())))
                .contains("number 10.", "number 01.")
                .doesNotContain("number 11.", "Older entries");
    }

    @Test
    void hostileWordsAreShownAsWords() {
        record("page-hostile", "page.hostile", null, "<script>alert(1)</script>", "\"><img src=x>");
        assertThat(page("?account=page-hostile"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x>");
    }

    @Test
    void theExportHasWhatThePageChose() {
        record("page-export", "page.export", null, "=cmd(), \"quoted\"", "");
        var file = visitors.administrator().get().uri("/audit/entries.csv?account=page-export");
        assertThat(file)
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/csv")
                .bodyText()
                .startsWith("\"entry\",\"at\",\"account\"")
                .contains("\"'=cmd(), \"\"quoted\"\"\"")
                .hasLineCount(2);
    }

    @Test
    void whoeverAsksForACheckIsRecordedAndReadsWhatItFound() {
        assertThat(visitors.administrator().post().uri("/audit/check")).hasStatus3xxRedirection();
        assertThat(page("")).contains("The trail is unbroken since", "and every seal matched.");
        assertThat(page("?action=audit.check")).contains("audit trail");
    }

    private String page(String query) {
        try {
            return visitors.administrator()
                    .get()
                    .uri(java.net.URI.create("/audit" + query))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(
            String account,
            String action,
            @org.jspecify.annotations.Nullable String environment,
            String target,
            String reason) {
        transaction.executeWithoutResult(status ->
                audit.record(new AuditEntry(account, action, environment, target, reason, Map.of("of", "a test"))));
    }
}
