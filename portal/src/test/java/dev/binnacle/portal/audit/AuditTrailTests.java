package dev.binnacle.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.audit.AuditCheck.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tampers with the trail as whoever owns the database could, and puts it right again. */
@PageTest
class AuditTrailTests {

    private final AuditTrail audit;
    private final AuditCheck check;
    private final AuditRecords records;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditTrailTests(
            AuditTrail audit,
            AuditCheck check,
            AuditRecords records,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.audit = audit;
        this.check = check;
        this.records = records;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void anEntryIsKeptWithItsTransactionOrNotAtAll() {
        long before = records.head().number();
        transaction.executeWithoutResult(status -> {
            audit.record(entry("kept or not"));
            status.setRollbackOnly();
        });
        assertThat(records.head().number()).isEqualTo(before);
        record("kept");
        assertThat(records.head().number()).isEqualTo(before + 1);
    }

    @Test
    void thereIsNoEntryOutsideOfATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> audit.record(entry("outside")));
    }

    @Test
    void entriesOfManyThreadsMakeOneChain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = IntStream.range(0, 40)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        record("thread " + number);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(check.check()).isInstanceOf(Finding.Unbroken.class);
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnEntry() {
        record("refused");
        for (String change : List.of(
                "update audit_entries set account = 'somebody'",
                "delete from audit_entries",
                "truncate audit_entries",
                "delete from audit_head",
                "delete from audit_keys",
                "update audit_head set number = 0")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> jdbc.sql(change).update());
        }
    }

    @Test
    void everyTamperingIsFound() {
        record("one");
        record("two");
        record("three");
        long last = records.head().number();
        for (String column : List.of("account", "action", "target", "reason", "environment")) {
            assertFoundAfter(
                    last - 2, "update audit_entries set " + column + " = 'forged' where number = " + (last - 1));
        }
        assertFoundAfter(
                last - 2,
                "update audit_entries set recorded_at = now() - interval '1 day' where number = " + (last - 1));
        assertFoundAfter(last - 2, "update audit_entries set details = '{\"a\":\"b\"}' where number = " + (last - 1));
        assertFoundAfter(last - 2, "delete from audit_entries where number = " + (last - 1));
        assertFoundAfter(last - 1, "delete from audit_entries where number = " + last);
        assertFoundAfter(0, "delete from audit_entries");
    }

    @Test
    void aTailThatWasCutOffWithItsHeadIsFound() {
        record("kept");
        String before = "where number = " + records.head().number();
        record("cut off");
        long last = records.head().number();
        assertFoundAfter(
                last - 1,
                "with cut as (delete from audit_entries where number = " + last + ")"
                        + " update audit_head set number = number - 1, seal = (select seal from audit_entries " + before
                        + ")");
    }

    @Test
    void whoeverHasNotTheKeyCannotSealAForgedEntry() {
        record("genuine");
        record("last");
        long last = records.head().number();
        SealedEntry entry = records.after(last - 1, 1).getFirst();
        SealedEntry forged = SealedEntry.after(
                new Head(last - 1, entry.previous()), entry.recordedAt(), entry("forged"), AuditKeys.random());
        String seal = "decode('" + forged.seal().hexadecimal() + "', 'hex')";
        assertFoundAfter(
                last - 1,
                "with forged as (update audit_entries set target = 'forged', seal = " + seal + " where number = " + last
                        + ") update audit_head set seal = " + seal);
    }

    @Test
    void aKeyThatWasPutIntoTheDatabaseProvesNothing() {
        record("sealed");
        long last = records.head().number();
        assertFoundAfter(last - 1, "insert into audit_keys (first_entry, ciphertext) values (" + last + ", '\\x00')");
        assertFoundAfter(0, "delete from audit_keys");
    }

    /** Rolls the tampering back, so that the shared trail stays whole. */
    private void assertFoundAfter(long number, String tampering) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(tampering).update();
            assertThat(check.check())
                    .as(tampering)
                    .isInstanceOfSatisfying(
                            Finding.Broken.class,
                            broken -> assertThat(broken.after()).isEqualTo(number));
            status.setRollbackOnly();
        });
    }

    private void record(String target) {
        transaction.executeWithoutResult(status -> audit.record(entry(target)));
    }

    private static AuditEntry entry(String target) {
        return new AuditEntry("tester", "test.record", "audit-trail", target, "", Map.of("of", "a test"));
    }
}
