package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every template keeps, whichever room it is of: a strict content security policy, and forms that carry a token. */
class TemplateTests {

    private static final Set<String> CONDITIONS = Set.of("th:if", "th:unless", "th:each", "th:with");

    @Test
    void thereAreTemplates() {
        assertThat(Tag.ofAllTemplates()).hasSizeGreaterThan(500);
    }

    @Test
    void textIsEscaped() {
        assertThat(violations(tag -> tag.has("th:utext"))).isEmpty();
        assertThat(violations(Tag::unescaped)).isEmpty();
    }

    @Test
    void noStyleIsInline() {
        assertThat(violations(tag -> tag.named("style") || tag.sets("style"))).isEmpty();
    }

    @Test
    void noScriptIsInline() {
        assertThat(violations(tag ->
                        tag.named("script") && (!tag.body().isBlank() || !(tag.has("src") || tag.has("th:src")))))
                .isEmpty();
    }

    @Test
    void noHandlerIsInline() {
        assertThat(violations(tag -> tag.sets("(hx-)?on[a-z:-]+"))).isEmpty();
    }

    /** Thymeleaf replaces an element before it looks at anything else that stands on it. */
    @Test
    void noConditionStandsOnAnElementThatIsReplaced() {
        assertThat(violations(
                        tag -> tag.has("th:replace") && CONDITIONS.stream().anyMatch(tag::has)))
                .isEmpty();
    }

    /** Thymeleaf adds the token to what {@code th:action} names, and to nothing else. */
    @Test
    void formsThatChangeSomethingCarryTheToken() {
        assertThat(violations(tag -> tag.named("form")
                        && tag.value("method").equalsIgnoreCase("post")
                        && !tag.has("th:action")
                        && !tag.has("hx-post")))
                .isEmpty();
    }

    /** Without a trigger of its own, htmx would fetch it at a click and never when something changed. */
    @Test
    void livePartsAreFetchedWhenSomethingChanged() {
        assertThat(violations(
                        tag -> tag.has("data-live") && !(tag.value("hx-trigger").contains("live") && tag.has("id"))))
                .isEmpty();
    }

    private static List<String> violations(Predicate<Tag> wrong) {
        return Tag.ofAllTemplates().stream().filter(wrong).map(Tag::place).toList();
    }
}
