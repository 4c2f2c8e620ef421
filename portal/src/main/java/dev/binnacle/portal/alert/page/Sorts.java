package dev.binnacle.portal.alert.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The orders that the page of alerts offers: the usual ones, and by the labels that an administrator names. */
@Component
class Sorts {

    private final Map<String, Sort> labels = new LinkedHashMap<>();

    /** @param order labels with the values that come first, as in "cluster: prod, staging; team" */
    Sorts(@Value("${binnacle.alerts.order:}") String order) {
        for (String part : parts(order, ";")) {
            List<String> label = parts(part, ":");
            if (label.isEmpty() || label.size() > 2 || labels.containsKey(label.getFirst())) {
                throw new IllegalArgumentException(
                        "BINNACLE_ALERTS_ORDER names labels, each once, with the values that come"
                                + " first, as in “cluster: prod, staging; team”. This part is none: “" + part + "”.");
            }
            labels.put(
                    label.getFirst(),
                    Sort.byLabel(label.getFirst(), label.size() == 1 ? List.of() : parts(label.getLast(), ",")));
        }
    }

    private static List<String> parts(String text, String separator) {
        return Stream.of(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** @return the order that an address asks for, by any label; the usual one where it is not known */
    Sort named(String token) {
        if (token.startsWith(Sort.LABEL) && token.length() > Sort.LABEL.length()) {
            String label = token.substring(Sort.LABEL.length());
            return labels.getOrDefault(label, Sort.byLabel(label, List.of()));
        }
        return Sort.USUAL.stream()
                .filter(each -> each.token().equals(token))
                .findFirst()
                .orElse(Sort.WORST);
    }

    /** @return what can be chosen: by the labels of the groups, too, and the present one */
    List<Sort> offered(Arrangement arrangement) {
        Map<String, Sort> offered = new LinkedHashMap<>();
        Stream.of(
                        Sort.USUAL.stream(),
                        labels.values().stream(),
                        arrangement.by().stream().map(label -> named(Sort.LABEL + label)),
                        Stream.of(arrangement.sort()))
                .flatMap(all -> all)
                .forEach(sort -> offered.putIfAbsent(sort.token(), sort));
        return List.copyOf(offered.values());
    }
}
