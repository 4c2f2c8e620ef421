package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The labels of alerts in the history. */
@Repository
@Transactional(readOnly = true, timeout = 9)
class LabelSets {

    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;

    LabelSets(JdbcClient database) {
        this.database = database;
    }

    /** @return the ids of those that match and fired since then */
    Long[] matching(EnvironmentId environment, Matchers matchers, Instant since) {
        Map<String, String> equal = new TreeMap<>();
        matchers.all().stream()
                .filter(matcher -> matcher.operator() == Matcher.Operator.EQUAL && !matcher.matchesEmpty())
                .forEach(matcher -> equal.put(matcher.name(), matcher.value()));
        return matching(environment, equal, matchers::match, since);
    }

    /** @return the ids of those that have these labels, fit, and fired since then */
    Long[] matching(
            EnvironmentId environment, Map<String, String> equal, Predicate<Map<String, String>> fit, Instant since) {
        return database
                .sql("""
                        select id, labels::text from alert_label_sets
                        where environment = ? and last_fired_at >= ? and labels @> ?::jsonb""")
                .params(
                        environment.value(),
                        Timestamp.from(since),
                        JsonMapper.shared().writeValueAsString(equal))
                .query((row, at) -> Map.entry(row.getLong(1), texts(row.getString(2))))
                .stream()
                .filter(set -> fit.test(set.getValue()))
                .map(Map.Entry::getKey)
                .toArray(Long[]::new);
    }

    /** @return the id of the labels with that fingerprint, and when the last alert with them began */
    Optional<Last> last(EnvironmentId environment, String fingerprint) {
        return database.sql("select id, last_fired_at from alert_label_sets where environment = ? and fingerprint = ?")
                .params(environment.value(), fingerprint)
                .query((row, at) -> new Last(row.getLong(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    record Last(long id, Instant firedAt) {}

    static Map<String, String> texts(String json) {
        return JsonMapper.shared().readValue(json, TEXTS);
    }
}
