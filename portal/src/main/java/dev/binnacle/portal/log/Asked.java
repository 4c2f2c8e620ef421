package dev.binnacle.portal.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a link to the log page asks for; every view is such a link. Immutable. */
public final class Asked {

    static final String QUERY = "query";
    static final String LANGUAGE = "language";
    static final String FILTER = "filter";
    static final String OFF = "off";
    static final String PIN = "pin";
    static final String WORKLOAD = "workload";
    static final String FROM = "from";
    static final String TO = "to";
    static final String ZONE = "zone";
    static final String REFRESH = "refresh";
    static final String SORT = "sort";
    static final String COLUMN = "column";
    static final String WRAP = "wrap";
    static final String DENSITY = "density";
    static final String BY = "by";

    /** Of a link or form of the log page itself: that no saved view is to open in place of what it asks for. */
    static final String VIEW = "view";

    static final String NO_VIEW = "none";

    static final String OLDEST = "oldest";
    static final String NEWEST = "newest";

    /** The pauses after which a page may ask again by itself, as htmx writes them. */
    static final List<String> PAUSES = List.of("5s", "10s", "30s", "1m", "5m");

    private final Parameters parameters;
    private final String readersZone;
    private @Nullable List<String> names;

    private Asked(Parameters parameters, String readersZone) {
        this.parameters = parameters;
        this.readersZone = readersZone;
    }

    /** The last hour of everything. */
    static Asked usually() {
        return new Asked(Parameters.NONE, ReadersZone.UTC);
    }

    /** @param request the parameters of the current one; those of other pages are passed over */
    static Asked of(Map<String, List<String>> request) {
        Asked asked = new Asked(Parameters.of(request), ReadersZone.current());
        return asked.parameters.all(ZONE).isEmpty() && !(ReadersZone.fits(asked.from()) && ReadersZone.fits(asked.to()))
                ? asked.with(ZONE, ReadersZone.UTC)
                : asked;
    }

    /** @return what is searched for, in the language that is chosen; empty for every line */
    public String query() {
        return parameters.one(QUERY);
    }

    public boolean lucene() {
        return parameters.one(LANGUAGE).equals("lucene");
    }

    /** @return filters in KQL, each of which every line fits */
    List<String> filters() {
        return parameters.all(FILTER);
    }

    /** @return filters that are kept, but do nothing */
    List<String> filtersOff() {
        return parameters.all(OFF);
    }

    /** @return whether some filter goes along to other views */
    boolean pins() {
        return !parameters.all(PIN).isEmpty();
    }

    /** @return whether the filter goes along to other views */
    boolean pins(String filter) {
        return parameters.all(PIN).contains(filter);
    }

    /** @return {@code deployment/shop/echo} for the pods of one workload; empty for all */
    String workload() {
        return parameters.one(WORKLOAD);
    }

    public String from() {
        return parameters.one(FROM);
    }

    public String to() {
        return parameters.one(TO);
    }

    /** @return the name of a time zone, as it was written; the reader's where the link says none */
    public String zone() {
        return parameters.all(ZONE).stream().findFirst().orElse(readersZone);
    }

    /** @return everything of the last hour, by the same clock */
    Asked elsewhere() {
        return changed(Parameters.NONE.with(ZONE, parameters.all(ZONE)));
    }

    /** @return the pause after which the page asks again; empty where it does not */
    public String refresh() {
        return parameters.one(REFRESH);
    }

    String sort() {
        return parameters.one(SORT);
    }

    boolean newestFirst() {
        return sort().equals(NEWEST);
    }

    /** @return the fields that a list shows beside the line; none for the usual ones */
    List<String> columns() {
        return parameters.all(COLUMN);
    }

    /** @return the field whose values the histogram tells apart; empty where it tells errors from other lines */
    public String by() {
        return parameters.one(BY);
    }

    boolean wraps() {
        return parameters.one(WRAP).equals("on");
    }

    boolean compact() {
        return parameters.one(DENSITY).equals("compact");
    }

    /** @return whether anything narrows what is searched, but the time and the workload */
    boolean narrowed() {
        return !query().isEmpty() || !filters().isEmpty();
    }

    /** @return whether it names a workload, perhaps a time, and leaves all else as usual */
    boolean isOfWorkloadAlone() {
        return !workload().isEmpty()
                && parameters.but(Set.of(WORKLOAD, FROM, TO)).isEmpty();
    }

    /** @param value empty for the usual one */
    Asked with(String name, String value) {
        return changed(parameters.with(name, List.of(value)));
    }

    Asked during(String from, String to) {
        return with(FROM, from).with(TO, to);
    }

    /** Adds a filter, in place of the one that says the opposite. */
    Asked filtered(String filter, String opposite) {
        return without(filter).without(opposite).added(FILTER, filter);
    }

    Asked without(String filter) {
        return removed(FILTER, filter).removed(OFF, filter).removed(PIN, filter);
    }

    /** @return with that filter off where it is on, and on where it is off */
    Asked switched(String filter) {
        return without(filter).added(filters().contains(filter) ? OFF : FILTER, filter);
    }

    /** @return with that filter pinned, or not any more */
    Asked pinned(String filter) {
        return pins(filter) ? removed(PIN, filter) : added(PIN, filter);
    }

    /** @return with the filters that another search pins */
    Asked takingAlong(Asked from) {
        Asked taken = this;
        for (String pin : from.parameters.all(PIN)) {
            taken = taken.without(pin).added(FILTER, pin).added(PIN, pin);
        }
        return taken;
    }

    Asked withColumn(String field) {
        return withoutColumn(field).added(COLUMN, field);
    }

    Asked withoutColumn(String field) {
        return removed(COLUMN, field);
    }

    /** @return with that column before the one that it stands after */
    Asked columnEarlier(String field) {
        int place = columns().indexOf(field);
        return changed(parameters.changed(COLUMN, columns -> {
            columns.remove(field);
            columns.add(Math.max(0, place - 1), field);
        }));
    }

    /** @return the link, without what is usual; it leads to what it says, whichever view the workload opens with */
    String link(String environment) {
        String link = linkTo(environment, "");
        return isOfWorkloadAlone() ? Links.with(link, List.of(VIEW, NO_VIEW)) : link;
    }

    /** @param page below the log page, "/patterns", that looks at the same search */
    String linkTo(String environment, String page) {
        return Links.with(Links.path("environments", environment, "logs") + page, parameters());
    }

    /** @return names and values in turn, without what is usual */
    List<String> parameters() {
        if (names == null) { // Each line of a page asks for them.
            names = parameters.but(Set.of()).stream()
                    .flatMap(parameter -> Stream.of(parameter.name(), parameter.value()))
                    .toList();
        }
        return names;
    }

    /** @return what a form has to repeat that asks for those names by itself */
    public List<Parameters.Parameter> kept(String... names) {
        List<Parameters.Parameter> kept = parameters.but(Set.of(names));
        return workload().isEmpty()
                ? kept
                : Stream.concat(kept.stream(), Stream.of(new Parameters.Parameter(VIEW, NO_VIEW)))
                        .toList();
    }

    private Asked added(String name, String value) {
        return changed(parameters.changed(name, values -> values.add(value)));
    }

    private Asked removed(String name, String value) {
        return changed(parameters.changed(name, values -> values.remove(value)));
    }

    private Asked changed(Parameters other) {
        return new Asked(other, readersZone);
    }
}
