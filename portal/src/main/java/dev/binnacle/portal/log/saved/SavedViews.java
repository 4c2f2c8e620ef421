package dev.binnacle.portal.log.saved;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log searches of each environment that were saved, by one account for itself, or for everybody there. */
@Repository
@Transactional(timeout = 10)
public class SavedViews {

    /** The most of one account in an environment, and the most that are shared there. */
    static final int MOST = 200;

    private final JdbcClient database;
    private final AuditTrail audit;

    SavedViews(JdbcClient database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @return those that the account sees, by name */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<SavedView> seenBy(String account, Environment environment) {
        return database.sql(
                        "select * from log_views where environment = ? and owner in ('', ?) order by lower(name), owner")
                .params(environment.id().value(), account)
                .query(SavedViews::view)
                .list();
    }

    /** @return the shared view that the workload's lines open with */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<SavedView> ofWorkload(String workload, Environment environment) {
        return workload.isEmpty()
                ? Optional.empty()
                : database.sql("select * from log_views where environment = ? and workload = ?")
                        .params(environment.id().value(), workload)
                        .query(SavedViews::view)
                        .optional();
    }

    /**
     * Keeps a view, in place of the one of the same name and owner, which the audit trail keeps where somebody else saved
     * it. The one that its workload opened with stays, and opens no more by itself.
     *
     * @throws Conflict where there are too many already
     */
    public void save(Environment environment, SavedView view) {
        UUID place = environment.id().value();
        database.sql("select pg_advisory_xact_lock(hashtextextended('log views of ' || ?, 0))::text")
                .params(place.toString())
                .query(String.class)
                .single();
        database.sql("update log_views set workload = '' where environment = ? and workload <> '' and workload = ?")
                .params(place, view.workload())
                .update();
        database.sql("delete from log_views where environment = ? and owner = ? and lower(name) = lower(?) returning *")
                .params(place, view.owner(), view.name())
                .query(SavedViews::view)
                .optional()
                .filter(former -> !former.savedBy().equals(view.savedBy()))
                .ifPresent(former -> audit.record(entry("log.delete-view", environment, former, view.savedBy())));
        if (count(place, view.owner()) >= MOST) {
            throw new Conflict("There are %d saved views already; delete one first.".formatted(MOST));
        }
        database.sql("""
                        insert into log_views
                          (id, environment, owner, workload, name, parameters, saved_by, saved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        view.id(),
                        place,
                        view.owner(),
                        view.workload(),
                        view.name(),
                        view.parameters(),
                        view.savedBy(),
                        Timestamp.from(view.savedAt()))
                .update();
        audit.record(entry("log.save-view", environment, view, view.savedBy()));
    }

    /**
     * Deletes a view.
     *
     * @param owner whose it is; empty for a shared one
     * @throws NotFound where there is no such view of that owner
     */
    public void delete(Environment environment, String owner, UUID id, String account) {
        SavedView view = database.sql(
                        "delete from log_views where environment = ? and owner = ? and id = ? returning *")
                .params(environment.id().value(), owner, id)
                .query(SavedViews::view)
                .optional()
                .orElseThrow(() -> new NotFound("No such saved view: it was deleted already."));
        audit.record(entry("log.delete-view", environment, view, account));
    }

    private int count(UUID environment, String owner) {
        return database.sql("select count(*) from log_views where environment = ? and owner = ?")
                .params(environment, owner)
                .query(Integer.class)
                .single();
    }

    private static AuditEntry entry(String action, Environment environment, SavedView view, String account) {
        return new AuditEntry(
                account,
                action,
                environment.name(),
                "log view " + view.name(),
                "",
                Map.of("parameters", view.parameters(), "for", view.isShared() ? "everybody" : view.owner()));
    }

    private static SavedView view(ResultSet row, int at) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("workload"),
                row.getString("name"),
                row.getString("parameters"),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }
}
