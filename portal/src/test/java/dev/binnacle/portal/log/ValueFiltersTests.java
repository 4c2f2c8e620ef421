package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ValueFiltersTests {

    @Test
    void aListIsFilteredByEachOfItsValues() {
        ValueFilters filters = of("[\"payment\", \"retry\"]");

        assertThat(filters.only()).contains("filter=tags%3A%20%22payment%22%20and%20tags%3A%20%22retry%22");
        assertThat(filters.without())
                .contains("filter=not%20%28tags%3A%20%22payment%22%20and%20tags%3A%20%22retry%22%29");
        assertThat(of("[\"payment\"]").only()).contains("filter=tags%3A%20%22payment%22");
    }

    @Test
    void whatNoFilterCanSayHasNone() {
        assertThat(of("[]")).isEqualTo(ValueFilters.NONE);
        assertThat(of("[{\"name\": \"payment\"}]")).isEqualTo(ValueFilters.NONE);
        assertThat(of("[\"payment\", {}]")).isEqualTo(ValueFilters.NONE);
        assertThat(of("[\"" + "x".repeat(200) + "\"]")).isEqualTo(ValueFilters.NONE);
        assertThat(of("\"\"")).isEqualTo(ValueFilters.NONE);
        assertThat(of("[null, \"payment\"]")).isEqualTo(ValueFilters.NONE);
    }

    private static ValueFilters of(String json) {
        return ValueFilters.of(
                "europe", Asked.usually(), "tags", JsonMapper.shared().readTree(json));
    }
}
