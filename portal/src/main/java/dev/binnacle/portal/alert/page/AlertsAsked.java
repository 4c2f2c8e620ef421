package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.AlertState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the page of alerts asks for; what it leaves out is usual.
 *
 * @param state tokens of the states that are shown; none for all
 * @param open the group whose alerts are all shown; null for none
 * @param by labels to group by, separated by commas; empty for Alertmanager's groups
 * @param sort token of an order; what is not known stands for the usual one
 * @param rows "none" where only the heads of groups are shown
 */
record AlertsAsked(
        String filter, List<String> state, @Nullable String open, String page, String by, String sort, String rows) {

    AlertsAsked(
            @Nullable String filter,
            @Nullable List<String> state,
            @Nullable String open,
            @Nullable String page,
            @Nullable String by,
            @Nullable String sort,
            @Nullable String rows) {
        this.filter = filter == null ? "" : filter;
        this.state = state == null ? List.of() : List.copyOf(state);
        this.open = open;
        this.page = page == null ? "" : page;
        this.by = by == null ? "" : by;
        this.sort = sort == null ? "" : sort;
        this.rows = rows == null ? "" : rows;
    }

    List<AlertState> states() {
        return Stream.of(AlertState.values())
                .filter(each -> state.contains(each.token()))
                .toList();
    }

    Arrangement arrangement(Sorts sorts) {
        return Arrangement.of(by, sorts.named(sort), rows);
    }

    int number() {
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }
}
