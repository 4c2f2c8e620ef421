package dev.binnacle.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every mapping of every room, by every role, in an environment of one's own and in a foreign one. */
@PageTest
class RouteAccessTests {

    private static final String OWN = "routes-own";
    private static final String FOREIGN = "routes-foreign";
    private static final Set<String> FOR_EVERYBODY =
            Set.of("/", "/environments", "/banners", "/theme", "/password", "/sign-out");

    private final Visitors visitors;
    private final List<Mapped> all;

    RouteAccessTests(Visitors visitors, ApplicationContext context) {
        this.visitors = visitors;
        this.all = Mapped.all(context);
    }

    @Test
    void thereAreMappings() {
        assertThat(all).hasSizeGreaterThan(10);
    }

    @TestFactory
    Stream<DynamicTest> whoeverHasNotSignedInIsSentToTheSignIn() {
        MockMvcTester signedOut = visitors.signedOut();
        return each(
                mapped -> !mapped.pattern().equals("/sign-in"),
                mapped -> assertThat(status(signedOut, mapped, OWN)).isEqualTo(303));
    }

    @TestFactory
    Stream<DynamicTest> aStrangerFindsNothing() {
        MockMvcTester stranger = visitors.stranger();
        return each(
                RouteAccessTests::isGuarded,
                mapped -> assertThat(status(stranger, mapped, OWN)).isIn(403, 404));
    }

    @TestFactory
    Stream<DynamicTest> aForeignEnvironmentIsNotFoundByAnybody() {
        MockMvcTester operator = visitors.in(OWN, Role.OPERATOR);
        return each(
                mapped -> mapped.isOfAnEnvironment() && !isForAdministrators(mapped),
                mapped -> assertThat(status(operator, mapped, FOREIGN)).isEqualTo(404));
    }

    @TestFactory
    Stream<DynamicTest> aViewerChangesNothing() {
        MockMvcTester viewer = visitors.in(OWN, Role.VIEWER);
        return each(
                mapped -> mapped.changes() && isGuarded(mapped) && !isOnesOwn(mapped),
                mapped -> assertThat(status(viewer, mapped, OWN)).isEqualTo(403));
    }

    @TestFactory
    Stream<DynamicTest> anOperatorAdministersNothing() {
        MockMvcTester operator = visitors.in(OWN, Role.OPERATOR);
        return each(
                RouteAccessTests::isForAdministrators,
                mapped -> assertThat(status(operator, mapped, OWN)).isEqualTo(403));
    }

    @TestFactory
    Stream<DynamicTest> anAdministratorOfOneEnvironmentAdministersNothingElse() {
        MockMvcTester administrator = visitors.in(OWN, Role.ADMINISTRATOR);
        return each(
                RouteAccessTests::isForAdministrators,
                mapped -> assertThat(status(administrator, mapped, OWN)).isEqualTo(403));
    }

    @TestFactory
    Stream<DynamicTest> aChangeWithoutATokenIsRefused() {
        MockMvcTester withoutToken =
                visitors.withoutToken(visitors.account("without-token", Account.EVERYWHERE, Role.ADMINISTRATOR));
        return each(
                Mapped::changes,
                mapped -> assertThat(status(withoutToken, mapped, OWN)).isEqualTo(403));
    }

    @TestFactory
    Stream<DynamicTest> aChangeFromAForeignSiteIsRefused() {
        MockMvcTester administrator = visitors.administrator();
        return each(
                Mapped::changes,
                mapped -> assertThat(administrator
                                .method(mapped.method())
                                .uri(mapped.path(OWN))
                                .header("Origin", "https://elsewhere.example"))
                        .hasStatus(403));
    }

    @TestFactory
    Stream<DynamicTest> aChangeIsNotMadeByGet() {
        MockMvcTester administrator = visitors.administrator();
        return each(
                mapped -> mapped.changes() && !isPage(mapped),
                mapped -> assertThat(status(administrator, new Mapped(HttpMethod.GET, mapped.pattern()), OWN))
                        .isIn(404, 405));
    }

    /** Whether the address of a change is a page as well, as forms that are sent to their own page are. */
    private boolean isPage(Mapped change) {
        return all.stream().anyMatch(other -> !other.changes() && couldBe(other.pattern(), change.path("any")));
    }

    private static boolean couldBe(String pattern, String path) {
        return path.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private Stream<DynamicTest> each(
            java.util.function.Predicate<Mapped> which, java.util.function.Consumer<Mapped> test) {
        return all.stream()
                .filter(which)
                .map(mapped ->
                        DynamicTest.dynamicTest(mapped.method() + " " + mapped.pattern(), () -> test.accept(mapped)));
    }

    private static int status(MockMvcTester portal, Mapped mapped, String environment) {
        return portal.method(mapped.method())
                .uri(mapped.path(environment))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static boolean isOnesOwn(Mapped mapped) {
        return mapped.pattern().contains("/logs/own-views");
    }

    private static boolean isGuarded(Mapped mapped) {
        return mapped.isOfAnEnvironment() || isForAdministrators(mapped);
    }

    private static boolean isForAdministrators(Mapped mapped) {
        return (!mapped.pattern().equals("/sign-in")
                        && !FOR_EVERYBODY.contains(mapped.pattern())
                        && (!mapped.isOfAnEnvironment()
                                || mapped.pattern().matches("/environments/\\{[^}]+}/(edit|delete)(/.*)?")))
                || (mapped.pattern().equals("/environments") && mapped.changes());
    }
}
