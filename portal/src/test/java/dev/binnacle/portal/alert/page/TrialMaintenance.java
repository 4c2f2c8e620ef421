package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.board.Silence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Maintenance windows of a trial, made and decided upon as in a browser. */
@TestComponent
class TrialMaintenance {

    static final String WINDOWS = TrialEnvironment.ALERTS + "/maintenance";

    private final TrialEnvironment trial;
    private final JdbcClient jdbc;
    private final MockMvcTester operator;

    TrialMaintenance(Visitors visitors, TrialEnvironment trial, JdbcClient jdbc) {
        this.trial = trial;
        this.jdbc = jdbc;
        this.operator = visitors.in("quay", Role.OPERATOR);
    }

    /** @return when one began that mutes now */
    static Instant begun() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(2, ChronoUnit.MINUTES);
    }

    /** @return when one begins that Alertmanager is told of now */
    static Instant soon() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(3, ChronoUnit.MINUTES);
    }

    void deleteAll() {
        jdbc.sql("select id from maintenance_windows where deleted_at is null").query(Long.class).list().stream()
                .map(this::delete)
                .forEach(deleted -> assertThat(deleted).hasStatus(HttpStatus.FOUND));
    }

    MvcTestResult delete(long id) {
        return post(operator, WINDOWS + "/" + id + "/delete", Map.of());
    }

    long plan(String is, Instant at, String comment) {
        assertThat(post(operator, WINDOWS, form(is, at, comment))).hasStatus(HttpStatus.FOUND);
        return id(comment);
    }

    Map<String, String> form(String is, Instant at, String comment) {
        var time = at.atZone(ZoneOffset.UTC);
        return new TreeMap<>(Map.of(
                "matchers",
                "run=\"" + trial.run() + "\", is=\"" + is + "\"",
                "cron",
                time.getMinute() + " " + time.getHour() + " * * *",
                "zone",
                "UTC",
                "length",
                "PT1H",
                "comment",
                comment + " " + trial.run()));
    }

    long id(String comment) {
        return jdbc.sql("select id from maintenance_windows where comment = ? and deleted_at is null")
                .param(comment + " " + trial.run())
                .query(Long.class)
                .single();
    }

    MvcTestResult decide(long id, String act, Instant at) {
        return post(operator, WINDOWS + "/" + id + "/" + act, Map.of("at", at.toString()));
    }

    static MvcTestResult post(MockMvcTester visitor, String address, Map<String, String> form) {
        var request = visitor.post().uri(address);
        form.forEach(request::param);
        return request.exchange();
    }

    String list() {
        return new String(trial.page(operator, WINDOWS).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    List<Silence> silences(String comment) {
        return trial.board().silences().stream()
                .filter(silence -> silence.comment().startsWith(comment + " " + trial.run()))
                .toList();
    }

    long audited(String action, String comment) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and reason = ?")
                .params(action, comment + " " + trial.run())
                .query(Long.class)
                .single();
    }
}
