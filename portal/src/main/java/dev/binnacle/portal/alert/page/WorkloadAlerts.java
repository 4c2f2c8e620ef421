package dev.binnacle.portal.alert.page;

import java.util.List;

/**
 * The alerts of one workload, on its page.
 *
 * @param path where this part is fetched again
 * @param says how many, or that they are not known
 * @param more how many are not among the rows
 * @param all the page of alerts
 */
record WorkloadAlerts(String path, String says, List<AlertRow> rows, int more, String all) {}
