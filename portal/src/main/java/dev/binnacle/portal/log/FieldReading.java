package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.FieldValues;
import dev.binnacle.portal.log.search.LogSurvey;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the values of fields in what a link asks for. */
@Component
class FieldReading {

    private final LogSurvey survey;
    private final Clock clock;

    FieldReading(LogSurvey survey, Clock clock) {
        this.survey = survey;
        this.clock = clock;
    }

    FieldView read(Environment environment, Asked asked, String field) {
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            return switch (Meaning.of(asked)) {
                case Meaning.Faulty _ ->
                    FieldView.without(environment.name(), asked, field, "The query cannot be read.");
                case Meaning.Clear clear ->
                    view(environment, asked, field, survey.values(environment, clear.during(range, asked), field));
            };
        } catch (InvalidTime invalid) {
            return FieldView.without(environment.name(), asked, field, invalid.sentence());
        } catch (Unavailable | Forbidden failing) {
            return FieldView.without(environment.name(), asked, field, failing.sentence());
        }
    }

    /** @return the fields whose name holds the part */
    List<FieldsPanel.Entry> found(Environment environment, String part) {
        return FieldsPanel.found(survey.fields(environment), part);
    }

    private static FieldView view(
            Environment environment, Asked asked, String field, SearchOutcome<FieldValues> outcome) {
        return outcome instanceof SearchOutcome.Found(FieldValues values)
                ? FieldView.of(environment.name(), asked, field, values)
                : FieldView.without(environment.name(), asked, field, Troubles.says(outcome, environment.name()));
    }
}
