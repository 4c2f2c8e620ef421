package dev.binnacle.portal.environment;

import dev.binnacle.portal.environment.Environment.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a form into a draft, or into the list of all that is wrong with it. */
@Component
class Drafting {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern INDEX =
            Pattern.compile("[^\\s\\\\/?\"<>|#,]{1,255}(,[^\\s\\\\/?\"<>|#,]{1,255}){0,9}");
    private static final int MAX_NAMESPACES = 200;
    private static final int MAX_LINES = 20;
    private static final int MAX_TEXT = 2_000;

    private final AddressRules rules;

    Drafting(AddressRules rules) {
        this.rules = rules;
    }

    /**
     * Checks every field.
     *
     * @param before the saved record; null for a new one
     * @throws InvalidForm naming everything that is wrong
     */
    Draft draft(EnvironmentForm form, @Nullable Environment before) {
        List<Fault> faults = new ArrayList<>();
        CredentialDraft credentials = new CredentialDraft(form, before, faults);
        URI cluster = credentials.cluster(text -> address("clusterUrl", text, faults));
        Environment environment = new Environment(
                before == null ? new EnvironmentId(UUID.randomUUID()) : before.id(),
                before == null ? name(form.name(), faults) : before.name(),
                form.tier(),
                bounded("owner", form.owner(), faults),
                bounded("description", form.description(), faults),
                namespaces(form.namespaces(), faults),
                cluster,
                optionalAddress("prometheus", form.prometheus(), faults).orElse(null),
                lines("alertmanagers", form.alertmanagers(), faults).stream()
                        .map(line -> address("alertmanagers", line, faults))
                        .toList(),
                optionalAddress("elasticsearch", form.elasticsearch(), faults).orElse(null),
                index(form.logIndex(), faults),
                optionalAddress("archive", form.archive(), faults)
                        .map(url -> withBucket(url, faults))
                        .orElse(null),
                lines("links", form.links(), faults).stream()
                        .flatMap(line -> link(line, faults).stream())
                        .toList(),
                before != null && before.sandbox(),
                form.version());
        var changes = credentials.changes(environment);
        if (!faults.isEmpty()) {
            throw new InvalidForm(faults);
        }
        return new Draft(environment, changes);
    }

    private static String name(String name, List<Fault> faults) {
        if (!LABEL.matcher(name).matches()) {
            faults.add(new Fault(
                    "name", "A name is lower-case letters, digits and hyphens, at most 63, as in load-test."));
        } else if (name.equals("new") || name.equals("test")) {
            faults.add(new Fault("name", "The name " + name + " has a meaning in addresses already; choose another."));
        }
        return name;
    }

    private static String bounded(String field, String text, List<Fault> faults) {
        if (text.length() > MAX_TEXT) {
            faults.add(new Fault(field, "At most " + MAX_TEXT + " characters; these are " + text.length() + "."));
        }
        return text;
    }

    private static SortedSet<String> namespaces(String text, List<Fault> faults) {
        SortedSet<String> namespaces = new TreeSet<>(Arrays.asList(text.split("[\\s,]+")));
        namespaces.remove("");
        namespaces.stream()
                .filter(namespace -> !LABEL.matcher(namespace).matches())
                .map(namespace ->
                        new Fault("namespaces", "“" + shortened(namespace) + "” cannot be a namespace's name."))
                .limit(3)
                .forEach(faults::add);
        if (namespaces.size() > MAX_NAMESPACES) {
            faults.add(new Fault("namespaces", "At most " + MAX_NAMESPACES + "; leave it empty for all of them."));
        }
        return namespaces;
    }

    private static String index(String index, List<Fault> faults) {
        String name = index.isEmpty() ? "fluent-bit" : index;
        if (!INDEX.matcher(name).matches() || name.startsWith("_") || name.startsWith("-")) {
            faults.add(new Fault(
                    "logIndex", "An index, alias, data stream or pattern, as in logs-*; several with commas."));
        }
        return name;
    }

    private Optional<URI> optionalAddress(String field, String text, List<Fault> faults) {
        return text.isEmpty() ? Optional.empty() : Optional.of(address(field, text, faults));
    }

    private static URI withBucket(URI url, List<Fault> faults) {
        if (url.getPath() == null || url.getPath().length() < 2) {
            faults.add(new Fault(
                    "archive",
                    "The address of the storage is followed by the name of a bucket, as in"
                            + " https://s3.example.net/bucket/folder."));
        }
        return url;
    }

    private URI address(String field, String text, List<Fault> faults) {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            rules.refusal(url)
                    .ifPresent(reason ->
                            faults.add(new Fault(field, shortened(text) + " is not accepted: " + reason + ".")));
            return url;
        } catch (IllegalArgumentException malformed) {
            faults.add(new Fault(field, "“" + shortened(text) + "” is not an address, as in https://host:port/path."));
            return URI.create("about:invalid");
        }
    }

    private static List<String> lines(String field, String text, List<Fault> faults) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() > MAX_LINES) {
            faults.add(new Fault(field, "At most " + MAX_LINES + " lines; these are " + lines.size() + "."));
        }
        return lines.stream().limit(MAX_LINES).toList();
    }

    private static Optional<Link> link(String line, List<Fault> faults) {
        try {
            Link link = Link.parse(line);
            if ("http".equals(link.url().getScheme())
                    || "https".equals(link.url().getScheme())) {
                return Optional.of(link);
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, as of one that is not of the web.
        }
        faults.add(
                new Fault("links", "“" + shortened(line) + "” is not a label and an address, as in Runbook https://…"));
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
