package dev.binnacle.portal.log;

import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.Walk;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.AccountPlaces;
import dev.binnacle.portal.web.AccountPlaces.Bound;
import dev.binnacle.portal.web.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the lines of a search to a file, in a memory that does not depend on their number. A file that is not whole
 * ends with a sentence that says so; who takes lines out of the portal is recorded.
 */
@Component
class LogExport {

    private final LogStore store;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final long most;
    private final AccountPlaces places = places();

    LogExport(
            LogStore store,
            AuditTrail audit,
            TransactionTemplate transaction,
            @Value("${binnacle.logs.export-lines:1000000}") long most) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.most = most;
    }

    static AccountPlaces places() {
        return new AccountPlaces(
                new Bound(2, "You write %d exports already. Wait for one of them, or cancel it."),
                new Bound(4, "The portal writes %d exports already. Try again in a moment."),
                "Export");
    }

    /** @return how many lines a file has at most */
    long most() {
        return most;
    }

    /**
     * Writes them, and waits for a slow reader as long as the connection does.
     *
     * @param file asked for when the first lines are there
     * @throws Unavailable where nothing was written, because Elasticsearch fails or too much is written already
     * @throws Conflict where the account itself writes too much already
     * @throws IOException where nobody reads any more
     */
    void write(Environment environment, Search search, ExportRequest export, Download.File file) throws IOException {
        places.enter(export.account());
        try {
            transaction.executeWithoutResult(_ -> audit.record(export.entry(environment.name())));
            written(environment, search, export.format(), file);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            places.leave(export.account());
        }
    }

    private static String mark(Walk.End end) {
        String cut = end.more()
                ? "Cut short after %,d lines, the most of an export here. Narrow the time range for the rest."
                        .formatted(end.lines())
                : "";
        return (cut + Troubles.partial(end.failedShards())).strip();
    }

    private void written(Environment environment, Search search, ExportFormat format, Download.File file)
            throws IOException {
        ExportWriting writing = new ExportWriting(search, format, file);
        String mark;
        try {
            mark = switch (store.walk(environment, search, most, writing::take)) {
                case SearchOutcome.Found(Walk.End end) -> mark(end);
                case SearchOutcome<?> other -> "Cut short: " + Troubles.says(other, environment.name());
            };
        } catch (Problem failing) {
            if (!writing.begun()) {
                throw failing;
            }
            mark = "Cut short: " + failing.sentence();
        }
        writing.end(mark);
    }
}
