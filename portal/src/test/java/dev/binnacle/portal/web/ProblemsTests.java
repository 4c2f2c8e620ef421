package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@PageTest
class ProblemsTests {

    private final Visitors visitors;

    ProblemsTests(Visitors visitors) {
        this.visitors = visitors;
    }

    @Test
    void anAddressWithoutAPageIsNotFoundInTheLook() {
        assertThat(visitors.administrator().get().uri("/nowhere"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no page at this address.", "data-testid=\"frame__topbar\"");
    }

    @Test
    void aForeignEnvironmentIsNotFound() {
        assertThat(visitors.in("problems-own", Role.OPERATOR).get().uri("/environments/problems-foreign/workloads"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("There is no environment problems-foreign that you may see.");
    }

    @Test
    void aViewerReadsWhoMayChange() {
        assertThat(visitors.in("problems-own", Role.VIEWER).post().uri("/environments/problems-own/operations"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You are a viewer in problems-own.");
    }

    @Test
    void aPartThatIsNotFoundStaysAPart() {
        assertThat(visitors.administrator()
                        .get()
                        .uri("/nowhere")
                        .header("HX-Request", "true")
                        .header("HX-Target", "rows"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("id=\"rows\"")
                .doesNotContain("<html");
    }

    @Test
    void whoeverHasNotSignedInIsLedToTheSignInAndBack() {
        assertThat(visitors.signedOut().get().uri("/environments/europe/workloads?sort=name"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/sign-in?to=%2Fenvironments%2Feurope%2Fworkloads%3Fsort%3Dname");
    }
}
