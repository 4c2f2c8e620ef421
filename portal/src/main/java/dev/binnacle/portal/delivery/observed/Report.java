package dev.binnacle.portal.delivery.observed;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.environment.Environment;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a program tells of a change: one object of JSON. */
final class Report {
    private static final int MOST_ID = 200;
    private static final int MOST_WORDS = 500;
    private static final int MOST_WORD = 100;
    private static final int MOST_LINK = 2_000;

    private final ReportFields fields;

    private Report(ReportFields fields) {
        this.fields = fields;
    }

    static ObservedChange read(byte[] body, Environment environment, String reportedBy, Instant at)
            throws FaultyReport {
        Report report = new Report(ReportFields.of(body));
        return new ObservedChange(
                report.fields.text("id", MOST_ID),
                report.workload(environment),
                report.fields.text("manager", MOST_WORD),
                report.fields.text("says", MOST_WORDS),
                report.outcome(),
                report.link(),
                reportedBy,
                at);
    }

    private WorkloadKey workload(Environment environment) throws FaultyReport {
        String kind = fields.text("kind", MOST_WORD);
        WorkloadKind known = WorkloadKind.of(kind)
                .orElseThrow(() -> new FaultyReport("kind", "is one of " + words(WorkloadKind.values())));
        String namespace = fields.name("namespace");
        if (!environment.covers(namespace)) {
            throw new FaultyReport("namespace", "is not one of " + environment.name() + "'s");
        }
        return new WorkloadKey(known, namespace, fields.name("name"));
    }

    private ObservedChange.Outcome outcome() throws FaultyReport {
        String word = fields.text("outcome", MOST_WORD);
        return Arrays.stream(ObservedChange.Outcome.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new FaultyReport("outcome", "is SUCCEEDED or FAILED"));
    }

    private @Nullable URI link() throws FaultyReport {
        if (fields.lacks("link")) {
            return null;
        }
        try {
            URI link = URI.create(fields.text("link", MOST_LINK));
            if (("https".equals(link.getScheme()) || "http".equals(link.getScheme())) && link.getHost() != null) {
                return link;
            }
        } catch (IllegalArgumentException malformed) {
            throw new FaultyReport("link", "is not an address");
        }
        throw new FaultyReport("link", "is not an address of http or https");
    }

    private static String words(WorkloadKind... kinds) {
        return Arrays.stream(kinds).map(WorkloadKind::kind).collect(Collectors.joining(", "));
    }
}
