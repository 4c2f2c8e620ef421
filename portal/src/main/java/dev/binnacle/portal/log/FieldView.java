package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.FieldValues;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field, as the template lists them.
 *
 * @param field its name, made readable
 * @param says of what they are counted
 * @param existing the filters on whether a line has the field
 * @param column the same page with the field as a column, or without it where it is one
 * @param shown whether it is a column
 * @param by the page with a histogram that tells its values apart
 * @param trouble why nothing was counted; null where something was
 */
record FieldView(
        String environment,
        String field,
        List<Value> values,
        String says,
        ValueFilters existing,
        String column,
        boolean shown,
        String by,
        String back,
        @Nullable String trouble) {

    /** @param share of the lines that have the field, in per cent, as in "95.9" */
    record Value(String text, String share, ValueFilters filters) {}

    static FieldView of(String environment, Asked asked, String field, FieldValues counted) {
        List<Value> values = counted.values().stream()
                .map(value -> new Value(
                        Excerpt.of(value.text(), List.of(), 200).text(),
                        String.format(Locale.ROOT, "%.1f", 100.0 * value.lines() / Math.max(1, counted.having())),
                        ValueFilters.of(environment, asked, counted.field().name(), value.text())))
                .toList();
        return view(environment, asked, field, values, says(counted), null);
    }

    static FieldView without(String environment, Asked asked, String field, String trouble) {
        return view(environment, asked, field, List.of(), "", trouble);
    }

    private static FieldView view(
            String environment, Asked asked, String field, List<Value> values, String says, @Nullable String trouble) {
        boolean shown = asked.columns().contains(field);
        return new FieldView(
                environment,
                Excerpt.word(field, FieldsPanel.NAME),
                values,
                says,
                ValueFilters.existing(environment, asked, field),
                (shown ? asked.withoutColumn(field) : asked.withColumn(field)).link(environment),
                shown,
                asked.with(Asked.BY, field).link(environment),
                asked.link(environment),
                trouble);
    }

    private static String says(FieldValues counted) {
        String lines = (!counted.whole()
                        ? "a sample of %,d lines."
                        : counted.failedShards() == 0 ? "all %,d lines." : "%,d lines.")
                .formatted(counted.sampled());
        String says = counted.sampled() == 0
                ? "No line matches."
                : counted.having() == counted.sampled()
                        ? "In " + lines
                        : "In %,d of ".formatted(counted.having()) + lines;
        return says + Troubles.partial(counted.failedShards());
    }
}
