package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import org.junit.jupiter.api.Test;

@PageTest
class LayoutTests {

    private final Visitors visitors;

    LayoutTests(Visitors visitors) {
        this.visitors = visitors;
    }

    @Test
    void aPageHasItsFrame() {
        var page = visitors.administrator().get().uri("/").exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("<title>Overview – Binnacle</title>", "data-testid=\"frame__topbar\"");
    }
}
