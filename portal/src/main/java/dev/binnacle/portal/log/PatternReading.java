package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.pattern.Patterns;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.LogSurvey;
import dev.binnacle.portal.log.search.Sample;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups the lines of a search by their pattern, and tells which patterns are new since a moment. */
@Component
class PatternReading {

    private final LogSurvey survey;
    private final Clock clock;

    PatternReading(LogSurvey survey, Clock clock) {
        this.survey = survey;
        this.clock = clock;
    }

    /** @param since the moment that is looked at what is new since; empty where nothing is compared */
    PatternsView read(Environment environment, Asked asked, String since) {
        PatternWriting writing = new PatternWriting(environment, asked, since);
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            if (!(Meaning.of(asked) instanceof Meaning.Clear clear)) {
                return writing.without(Nothing.unfit("The query cannot be read.", "The log page shows where."));
            }
            TimeRange after = since.isBlank() ? range : range.from(moment(since, range));
            Grouped found = since.isBlank()
                    ? grouped(environment, survey.sample(environment, clear.during(range, asked)))
                    : grouped(environment, survey.drawn(environment, clear.during(after, asked)));
            Grouped before = since.isBlank() || found.trouble() != null
                    ? null
                    : grouped(environment, survey.drawn(environment, clear.during(after.before(), asked)));
            Nothing trouble = found.trouble() != null || before == null ? found.trouble() : before.trouble();
            return trouble != null ? writing.without(trouble) : writing.written(after, found, before);
        } catch (InvalidTime invalid) {
            return writing.without(Nothing.unfit("The time range cannot be read.", invalid.sentence()));
        } catch (Unavailable unavailable) {
            return writing.without(Nothing.failing(unavailable.sentence()));
        } catch (Forbidden forbidden) {
            return writing.without(Nothing.forbidden(forbidden.sentence()));
        }
    }

    private Instant moment(String since, TimeRange range) throws InvalidTime {
        Instant moment = Moment.of(since, clock.instant(), range.zone(), Moment.End.FIRST);
        if (!TimeRange.isDatable(moment)) {
            throw new InvalidTime("Nothing can be new since " + since + ", which is out of " + TimeRange.YEARS + ".");
        }
        if (!moment.isBefore(range.end())) {
            throw new InvalidTime("Nothing can be new since " + since + ", which is after the end of the range.");
        }
        return moment;
    }

    private static Grouped grouped(Environment environment, SearchOutcome<Sample> outcome) {
        Patterns patterns = new Patterns();
        if (!(outcome instanceof SearchOutcome.Found<Sample>(Sample sample))) {
            return new Grouped(patterns, "", false, 0, trouble(outcome, environment));
        }
        for (Line line : sample.lines()) {
            patterns.add(Structured.message(line.text()), line.text(), Severity.of(line.level()) == Severity.ERROR);
        }
        return new Grouped(patterns, sample.field(), sample.isCut(), sample.failedShards(), null);
    }

    private static Nothing trouble(SearchOutcome<?> outcome, Environment environment) {
        return outcome instanceof SearchOutcome.Refused<?>(String reason)
                ? Nothing.unfit("Elasticsearch refuses this query.", reason)
                : Troubles.of(outcome, environment.name()).orElseThrow();
    }

    /**
     * Lines by their pattern.
     *
     * @param field the one that holds their text
     * @param cut whether there may be more lines than these
     * @param failedShards parts of the index that did not answer
     * @param trouble why there are none; null where there are
     */
    record Grouped(
            Patterns patterns,
            String field,
            boolean cut,
            int failedShards,
            @Nullable Nothing trouble) {

        /** @return whether these are all lines, and all of their patterns */
        boolean isWhole() {
            return !cut && failedShards == 0 && patterns.rare() == 0;
        }
    }
}
