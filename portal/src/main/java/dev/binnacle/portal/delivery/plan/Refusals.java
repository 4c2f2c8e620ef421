package dev.binnacle.portal.delivery.plan;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the API server's refusals into words. */
final class Refusals {
    private static final int MAX_LENGTH = 500;
    private static final Pattern MISSING_RIGHT =
            Pattern.compile("cannot (\\w+) resource \"([\\w./-]+)\"(?:.*in the namespace \"([^\"]+)\")?");
    private static final Pattern WEBHOOK = Pattern.compile("admission webhook \"([^\"]+)\" denied the request: ?(.*)");
    private static final Pattern QUOTA = Pattern.compile("exceeded quota: (.*)");

    private Refusals() {}

    /** @return who refused and why; of the server's own text only its message, cut to a bound */
    static String words(KubernetesClientException refusal, String environment) {
        @Nullable Status status = refusal.getStatus();
        String message = status == null || status.getMessage() == null ? "" : status.getMessage();
        var right = MISSING_RIGHT.matcher(message);
        if (right.find()) {
            return "The credential of " + environment + " may not " + right.group(1) + " " + right.group(2)
                    + (right.group(3) == null ? "." : " in the namespace " + right.group(3) + ".");
        }
        var webhook = WEBHOOK.matcher(message);
        if (webhook.find()) {
            return "The admission webhook " + webhook.group(1) + " refused it: " + cut(webhook.group(2));
        }
        var quota = QUOTA.matcher(message);
        if (quota.find()) {
            return "The quota refused it: " + cut(quota.group(1));
        }
        if (message.isEmpty()) {
            return "The API server refused it with the status " + refusal.getCode() + " and no reason.";
        }
        return (refusal.getCode() == 422 ? "The API server finds it not valid: " : "The API server refused it: ")
                + cut(message);
    }

    private static String cut(String message) {
        String line = message.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
