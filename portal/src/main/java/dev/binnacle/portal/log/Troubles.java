package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.web.ReadableText;
import java.util.Optional;

/** Why a search has no lines to show, in words. */
final class Troubles {

    private Troubles() {}

    /**
     * @param failedShards parts of the index that did not answer
     * @return a sentence with a space before it that says so; empty for none
     */
    static String partial(int failedShards) {
        return switch (failedShards) {
            case 0 -> "";
            case 1 -> " One part of the index did not answer, so lines may be missing.";
            default -> " %,d parts of the index did not answer, so lines may be missing.".formatted(failedShards);
        };
    }

    /** @return why nothing was found, in one sentence; empty where something was */
    static String says(SearchOutcome<?> outcome, String environment) {
        if (outcome instanceof SearchOutcome.Refused<?>(String reason)) {
            return "Elasticsearch refuses this query: " + ReadableText.of(reason);
        }
        if (outcome instanceof SearchOutcome.Unsuited<?>(String sentence)) {
            return ReadableText.of(sentence);
        }
        return of(outcome, environment).map(Nothing::says).orElse("");
    }

    /** @return nothing where lines were found, or where the query itself is at fault */
    static Optional<Nothing> of(SearchOutcome<?> outcome, String environment) {
        return switch (outcome) {
            case SearchOutcome.Found<?> _ -> Optional.empty();
            case SearchOutcome.Refused<?> _ -> Optional.empty();
            case SearchOutcome.NotConnected() ->
                Optional.of(Nothing.unfit(
                        environment + " has no Elasticsearch.",
                        "An administrator can add its address on the environment's page; then its lines are searched"
                                + " here."));
            case SearchOutcome.NoIndex(String index) ->
                Optional.of(Nothing.unfit(
                        "There is no index " + index + " yet.",
                        "Elasticsearch answers, but nothing has written log lines there. Check the log shipper, or the"
                                + " name of the index in the environment's record."));
            case SearchOutcome.Unsuited(String sentence) ->
                Optional.of(Nothing.unfit(
                        "The log index of " + environment + " cannot be searched.", ReadableText.of(sentence)));
            case SearchOutcome.Stopped() ->
                Optional.of(Nothing.found(
                        "The search took longer than 8 s and was stopped.",
                        "Narrow the time range, or avoid wildcards at the beginning of a value.",
                        null,
                        null));
            case SearchOutcome.Expired() ->
                Optional.of(Nothing.found(
                        "These lines were read too long ago to go on from here.",
                        "Elasticsearch keeps the place for two minutes. Search again to see them.",
                        null,
                        null));
        };
    }
}
