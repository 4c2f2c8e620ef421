package dev.binnacle.portal.autoscaling;

import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;

/** What there is to say of all autoscalers together. */
final class AutoscalingVerdict {

    private AutoscalingVerdict() {}

    static Verdict of(List<AutoscalerRow> all, Freshness freshness) {
        if (!freshness.synced()) {
            return new Verdict(Status.UNKNOWN, "The cluster has not been read yet.", freshness.problem());
        }
        if (freshness.forbidden().containsKey("horizontalpodautoscalers")) {
            return new Verdict(
                    Status.UNKNOWN,
                    "The autoscalers are not known.",
                    freshness.forbidden().getOrDefault("horizontalpodautoscalers", ""));
        }
        return freshness.qualified(known(all));
    }

    private static Verdict known(List<AutoscalerRow> all) {
        if (all.isEmpty()) {
            return new Verdict(Status.OK, "There is no autoscaler in this environment.");
        }
        List<AutoscalerRow> worrying = all.stream()
                .filter(row -> row.verdict().status().compareTo(Status.UNKNOWN) >= 0)
                .toList();
        if (worrying.isEmpty()) {
            String sentence = all.size() == 1
                    ? "The autoscaler does what it should."
                    : "All " + Amounts.count(all.size(), "autoscaler") + " do what they should.";
            return new Verdict(Status.OK, sentence);
        }
        AutoscalerRow worst = worrying.getFirst();
        return new Verdict(
                worst.verdict().status(),
                worrying.size() + " of " + Amounts.count(all.size(), "autoscaler")
                        + (worrying.size() == 1 ? " needs attention: " : " need attention, first ")
                        + worst.autoscaler().name() + ": "
                        + worst.verdict().says().toLowerCase(java.util.Locale.ROOT) + ".",
                worst.verdict().because());
    }
}
