package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.matcher.Parsed;
import dev.binnacle.portal.web.Paging;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of alerts shows.
 *
 * @param asked as it was typed
 * @param fault where the filter is wrong; it is then not applied
 * @param all the address without filter
 * @param wall the address with heads of groups alone, for a display that many look at from afar
 * @param collapsing the address with heads of groups alone, or with their alerts where those are shown
 * @param troubles what makes the page less true, in sentences
 * @param groups loud ones before quiet ones
 */
record AlertsPage(
        String environment,
        Verdict verdict,
        AlertsAsked asked,
        Parsed.@Nullable Faulty fault,
        String all,
        String collapsing,
        String wall,
        List<Pill> pills,
        List<StateLink> states,
        List<Facet> facets,
        List<String> troubles,
        List<GroupPanel> groups,
        boolean filtered,
        boolean open,
        Paging paging,
        List<SilenceRow> silences,
        String silencing) {

    record Pill(String text, boolean negated, String without) {}

    record StateLink(String token, long count, boolean current, String address) {}
}
