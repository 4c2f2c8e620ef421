package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Status;
import java.util.List;

/**
 * A group of alerts.
 *
 * @param key stands for it in the address
 * @param name tells it from all others: title, labels and receivers
 * @param size alerts that it has altogether
 * @param counts "2 critical", "5 silenced", each with its colour
 * @param labels those that all its alerts share
 * @param receivers "to pager-oncall"; empty where nobody is told
 * @param details what their rules say of all of them alike
 * @param links away from the page, of all of them alike
 * @param rows the first ones
 * @param more how many are not among the rows
 * @param acknowledging the address of the form for that; empty where none of it fires
 */
record GroupPanel(
        String key,
        Status status,
        String title,
        String name,
        int size,
        List<Count> counts,
        List<LabelLink> labels,
        String receivers,
        List<String> details,
        List<AlertRow.Link> links,
        List<AlertRow> rows,
        int more,
        String open,
        String silencing,
        String acknowledging,
        boolean loud) {

    record Count(Status status, String text) {}
}
