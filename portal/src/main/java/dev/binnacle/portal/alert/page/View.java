package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.history.Past;
import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which alerts are shown, as the address says it; and addresses that differ in one thing.
 *
 * @param matchers on labels, and on what the facts say
 * @param states shown; none means all
 * @param facts what is known besides labels; null where nothing asks for it
 * @param arrangement of them
 * @param open the group whose alerts are all shown; null where each group shows its first ones
 */
record View(
        String environment,
        Matchers matchers,
        List<AlertState> states,
        Arrangement arrangement,
        @Nullable String open,
        @Nullable AlertFacts facts) {

    /** Tomcat takes 32 KiB of all headers together. */
    private static final int LONGEST = 8_000;

    View {
        states = List.copyOf(states);
    }

    /** @return the alerts that the matchers match, as usual */
    static View of(String environment, Matchers matchers) {
        return new View(environment, matchers, List.of(), Arrangement.USUAL, null, null);
    }

    boolean shows(Alert alert) {
        return (states.isEmpty() || states.contains(alert.state())) && matches(alert);
    }

    /** @return whether it is shown if all states are */
    boolean matches(Alert alert) {
        return matchers.all().stream()
                .allMatch(matcher -> AlertFilter.isAbout(matcher)
                        ? facts == null || facts.match(alert, matcher)
                        : matcher.matches(alert.labels()));
    }

    boolean filtered() {
        return !states.isEmpty() || !matchers.all().isEmpty();
    }

    String root() {
        return "/environments/" + environment + "/alerts";
    }

    String with(Matcher matcher) {
        return address(matchers.with(matcher), states, null);
    }

    String without(Matcher matcher) {
        return address(matchers.without(matcher), states, null);
    }

    String only(List<AlertState> others) {
        return address(matchers, others, null);
    }

    String opened(@Nullable String group) {
        return address(matchers, states, group);
    }

    /** @return the same with heads of groups alone, or with their alerts */
    String collapsing(boolean collapsed) {
        return new View(
                        environment,
                        matchers,
                        states,
                        new Arrangement(arrangement.by(), arrangement.sort(), collapsed),
                        null,
                        null)
                .opened(null);
    }

    /** @return the page that shows who is told of an alert with these labels; nothing where they are too long for one */
    Optional<String> routes(Matchers labels) {
        return addressable(address("/routes", "labels", labels));
    }

    /** @return the page that shows when alerts with these labels fired; nothing where they are too long for one */
    Optional<String> history(Matchers labels) {
        return addressable(address("/history", "filter", labels));
    }

    /** @return the page of all that is known of an alert */
    String story(Alert alert) {
        return root() + "/" + alert.fingerprint();
    }

    /** @return the page of all that is known of an alert of the history */
    String story(Past past) {
        return root() + "/" + past.fingerprint() + "?began=" + past.startsAt();
    }

    /** @return the address of the form that acknowledges an alert */
    String acknowledging(Alert alert) {
        return root() + "/acknowledgements/new?alert=" + alert.fingerprint();
    }

    /** @return the address of the form that acknowledges what fires and matches; empty where that is too long for one */
    String acknowledging(Matchers what) {
        return addressable(address("/acknowledgements/new", "matchers", what)).orElse("");
    }

    /** @return the address of the form that silences an alert; by its name alone where its labels are too long for one */
    String silencing(Alert alert) {
        String address = silencing(Matchers.of(alert.labels()));
        return address.isEmpty() ? root() + "/silences/new?alert=" + alert.fingerprint() : address;
    }

    /** @return the address of the form that silences by these matchers; empty where they are too long for one */
    String silencing(Matchers what) {
        return addressable(address("/silences/new", "matchers", what)).orElse("");
    }

    private static Optional<String> addressable(String address) {
        return Optional.of(address).filter(found -> found.length() <= LONGEST);
    }

    private String address(String path, String parameter, Matchers what) {
        return UriComponentsBuilder.fromPath(root() + path)
                .queryParam(parameter, "{matchers}")
                .encode()
                .buildAndExpand(what.toString())
                .toUriString();
    }

    private String address(Matchers filter, List<AlertState> shown, @Nullable String group) {
        Map<String, String> values = new LinkedHashMap<>(arrangement.parameters());
        if (!filter.all().isEmpty()) {
            values.put("filter", filter.all().stream().map(Matcher::toString).collect(Collectors.joining(" ")));
        }
        if (group != null) {
            values.put("open", group);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(root());
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        shown.forEach(state -> address.queryParam("state", state.token()));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
