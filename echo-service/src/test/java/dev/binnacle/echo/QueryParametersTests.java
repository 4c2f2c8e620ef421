package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryParametersTests {
    @Test
    void isEmptyWithoutAQuery() {
        assertThat(QueryParameters.parse(null).values()).isEmpty();
        assertThat(QueryParameters.parse("").values()).isEmpty();
    }

    @Test
    void keepsOrderAndRepetition() {
        QueryParameters parameters = QueryParameters.parse("b=2&a=1&b=3&b=");
        assertThat(parameters.values().keySet()).containsExactly("b", "a");
        assertThat(parameters.values()).containsEntry("b", List.of("2", "3", ""));
    }

    @Test
    void decodesUtf8() {
        assertThat(QueryParameters.parse("%E2%82%AC=a%2Bb+c=d").values()).containsEntry("€", List.of("a+b c=d"));
    }

    @Test
    void refusesWhatIsNoEscape() {
        assertThatThrownBy(() -> QueryParameters.parse("a=%G0")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> QueryParameters.parse("a=%C3%28")).isInstanceOf(BadRequest.class);
    }

    @Test
    void isCutToFitALogLineBetweenCharacters() {
        Excerpt excerpt =
                Excerpt.of(QueryParameters.parse("ab=" + "%F0%9F%90%99".repeat(600) + "%F0%9F%90%99".repeat(70)));
        assertThat(excerpt.cut()).isFalse();
        Excerpt cut = Excerpt.of(new QueryParameters(java.util.Map.of("a", List.of("🐙".repeat(2000)))));
        assertThat(cut.cut()).isTrue();
        String value = cut.parameters().first("a").orElseThrow();
        assertThat(value).isEqualTo("🐙".repeat(value.length() / 2));
    }
}
