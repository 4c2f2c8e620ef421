package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedTests {

    private static final String ERRORS = "level: \"error\"";
    private static final String NO_ERRORS = "not level: \"error\"";

    @Test
    void aLinkLeavesOutWhatIsUsualAndWhatMeansNothing() {
        Asked asked = Asked.of(Map.of(
                "from", List.of("now-1h"),
                "sort", List.of("sideways"),
                "refresh", List.of("1ms"),
                "language", List.of("sql"),
                "index", List.of("another"),
                "query", List.of(" refused ", "second")));
        assertThat(asked.link("europe")).isEqualTo("/environments/europe/logs?query=refused");
        assertThat(asked.newestFirst()).isTrue();
    }

    @Test
    void whatALinkSaysIsReadFromItAgain() {
        Asked asked = Asked.usually()
                .filtered("status: (1 or 2), a", "")
                .filtered(ERRORS, NO_ERRORS)
                .withColumn("status")
                .withColumn("a, b")
                .with(Asked.ZONE, "Europe/Berlin");
        assertThat(asked.parameters())
                .containsExactly(
                        "filter",
                        "status: (1 or 2), a",
                        "filter",
                        ERRORS,
                        "zone",
                        "Europe/Berlin",
                        "column",
                        "status",
                        "column",
                        "a, b");
    }

    @Test
    void aPinnedFilterGoesAlong() {
        Asked with = Asked.usually().filtered(ERRORS, NO_ERRORS);
        Asked pinned = with.pinned(ERRORS);
        Asked other = Asked.usually().with(Asked.QUERY, "vault");

        assertThat(other.takingAlong(pinned).filters()).containsExactly(ERRORS);
        assertThat(other.takingAlong(pinned).takingAlong(pinned).link("europe"))
                .isEqualTo(other.takingAlong(pinned).link("europe"));
        assertThat(other.takingAlong(with).filters()).isEmpty();
        assertThat(pinned.pinned(ERRORS).link("europe")).isEqualTo(with.link("europe"));
        assertThat(pinned.without(ERRORS).pins(ERRORS)).isFalse();
    }

    @Test
    void aFilterTakesThePlaceOfItsOppositeAndCanBeTurnedOff() {
        Asked with = Asked.usually().filtered(ERRORS, NO_ERRORS).filtered(NO_ERRORS, ERRORS);
        assertThat(with.filters()).containsExactly(NO_ERRORS);
        Asked off = with.switched(NO_ERRORS);
        assertThat(off.filters()).isEmpty();
        assertThat(off.filtersOff()).containsExactly(NO_ERRORS);
        assertThat(off.switched(NO_ERRORS).filters()).containsExactly(NO_ERRORS);
        assertThat(off.without(NO_ERRORS).parameters()).isEmpty();
    }

    @Test
    void columnsKeepTheirOrderAndCanBeMoved() {
        Asked asked = Asked.usually().withColumn("a").withColumn("b").withColumn("c");
        assertThat(asked.columnEarlier("c").columns()).containsExactly("a", "c", "b");
        assertThat(asked.columnEarlier("a").columns()).containsExactly("a", "b", "c");
        assertThat(asked.withoutColumn("b").columns()).containsExactly("a", "c");
    }

    @Test
    void aLinkHasABoundOnItsParts() {
        Asked asked = Asked.usually();
        for (int i = 0; i < 100; i++) {
            asked = asked.withColumn("field" + i);
        }
        assertThat(asked.columns()).hasSize(30);
    }
}
