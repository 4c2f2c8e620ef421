package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.matcher.Matcher;
import java.util.List;
import java.util.Map;

/**
 * A label with the addresses that filter for and out.
 *
 * @param text cut to what fits
 * @param out empty where only filtering for is offered
 */
record LabelLink(String text, String in, String out) {

    static List<LabelLink> of(View view, Map<String, String> labels, int max) {
        return labels.entrySet().stream()
                .limit(max)
                .map(label -> of(view, label))
                .toList();
    }

    private static LabelLink of(View view, Map.Entry<String, String> label) {
        Matcher matcher = Matcher.equal(label.getKey(), label.getValue());
        boolean addressable = label.getKey().length() + label.getValue().length() < 1000;
        return new LabelLink(
                Text.label(label.getKey() + "=" + label.getValue()),
                addressable ? view.with(matcher) : "",
                addressable ? view.with(matcher.negated()) : "");
    }
}
