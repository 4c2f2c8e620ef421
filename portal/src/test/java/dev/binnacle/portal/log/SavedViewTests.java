package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.web.LogLinks;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
@Import(LogEnvironments.class)
class SavedViewTests {

    private static final String LOGS = "/environments/log-all/logs";

    private final MockMvcTester operator;
    private final MockMvcTester viewer;

    SavedViewTests(Visitors visitors) {
        operator = visitors.in("log-all", Role.OPERATOR);
        viewer = visitors.in("log-all", Role.VIEWER);
    }

    @Test
    void aViewOfOnesOwnIsSeenByNobodyElseAndReplacedByName() {
        assertThat(post(viewer, "/own-views", "name", "Mine", "query", "refused"))
                .hasStatus(302);
        assertThat(post(viewer, "/own-views", "name", "mine", "query", "vault", "from", "now-6h"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo(LOGS + "?query=vault&from=now-6h");
        assertThat(page(viewer, LOGS))
                .contains("?query=vault&amp;from=now-6h\"")
                .doesNotContain(">Mine<");
        assertThat(page(operator, LOGS)).doesNotContain(">mine<");
        assertThat(post(viewer, deletion(page(viewer, LOGS), "mine").substring(LOGS.length())))
                .hasStatus(302);
    }

    @Test
    void pinnedFiltersGoAlongToOtherViewsAndAreNotSaved() {
        assertThat(post(viewer, "/own-views", "name", "Pinned", "query", "vault", "filter", "a: 1", "pin", "a: 1"))
                .hasStatus(302)
                .redirectedUrl()
                .contains("pin=");
        assertThat(page(viewer, LOGS)).contains("?query=vault&amp;filter=a%3A%201\"");
        assertThat(page(viewer, LOGS + "?filter=level: error&pin=level: error"))
                .contains("?query=vault&amp;filter=a%3A%201&amp;filter=level%3A%20error&amp;pin=level%3A%20error\"")
                .contains("Unpin it");
        assertThat(post(viewer, deletion(page(viewer, LOGS), "Pinned").substring(LOGS.length())))
                .hasStatus(302);
    }

    @Test
    void aSharedViewIsSeenByAllAndSavedAndDeletedByOperatorsAlone() {
        assertThat(post(viewer, "/views", "name", "Refusals", "query", "refused"))
                .hasStatus(403);
        assertThat(post(operator, "/views", "name", "Refusals", "query", "refused"))
                .hasStatus(302);
        String page = page(viewer, LOGS);
        assertThat(page).contains(">Refusals<");
        String delete = deletion(page(operator, LOGS), "Refusals").substring(LOGS.length());
        assertThat(post(viewer, delete)).hasStatus(403);
        assertThat(post(viewer, delete.replace("/views/", "/own-views/"))).hasStatus(404);
        assertThat(post(operator, delete)).hasStatus(302);
        assertThat(post(operator, delete)).hasStatus(404);
        assertThat(page(viewer, LOGS)).doesNotContain(">Refusals<");
    }

    @Test
    void aWorkloadsLinesOpenWithItsView() {
        String workload = "deployment/shop/echo";
        assertThat(post(operator, "/views", "name", "Echo", "workload", workload, "sort", "oldest", "opens", "true"))
                .hasStatus(302);
        assertThat(operator.get().uri(LOGS + "?workload=" + workload).exchange())
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo(LOGS + "?workload=deployment%2Fshop%2Fecho&sort=oldest");
        assertThat(operator.get()
                        .uri(LOGS + "?sort=oldest&workload=" + workload)
                        .exchange())
                .hasStatusOk();
        assertThat(post(operator, "/views", "name", "Echo", "workload", workload, "opens", "true"))
                .hasStatus(302);
        assertThat(operator.get().uri(LOGS + "?workload=" + workload).exchange())
                .as("a view that says no more than the link")
                .hasStatusOk();
        assertThat(post(operator, deletion(page(operator, LOGS), "Echo").substring(LOGS.length())))
                .hasStatus(302);
    }

    @Test
    void aWorkloadsLinesOfATimeOpenWithItsViewAtThatTime() {
        String workload = "deployment/shop/timed";
        assertThat(post(
                        operator,
                        "/views",
                        "name",
                        "T",
                        "workload",
                        workload,
                        "filter",
                        "level: error",
                        "from",
                        "now-7d",
                        "opens",
                        "true"))
                .hasStatus(302);
        String link =
                LogLinks.ofWorkload("log-all", "deployment", "shop", "timed").lately();
        String view = LOGS + "?filter=level%3A%20error&workload=deployment%2Fshop%2Ftimed";
        assertThat(redirected(link)).isEqualTo(view + "&from=now-24h");
        assertThat(operator.get().uri(URI.create(view + "&from=now-24h")).exchange())
                .hasStatusOk();
        assertThat(redirected(LOGS + "?workload=" + workload)).isEqualTo(view + "&from=now-7d");
        assertThat(redirected(LOGS + "?to=now&from=now-1h&workload=" + workload))
                .as("a time that is the usual one")
                .isEqualTo(view);
        assertThat(page(operator, LOGS + "?filter=level: error&workload=" + workload))
                .as("what leaves the view")
                .contains("name=\"view\" value=\"none\"", "?workload=deployment%2Fshop%2Ftimed&amp;view=none\"");
        assertThat(operator.get().uri(URI.create(link + "&view=none")).exchange())
                .hasStatusOk();
        assertThat(post(operator, deletion(page(operator, LOGS), "T").substring(LOGS.length())))
                .hasStatus(302);
    }

    @Test
    void aViewThatIsNoMoreThanATimeOpensOnce() {
        String workload = "deployment/shop/long";
        assertThat(post(operator, "/views", "name", "Long", "workload", workload, "from", "now-7d", "opens", "true"))
                .hasStatus(302);
        String opened = redirected(LOGS + "?workload=" + workload);
        assertThat(opened).startsWith(LOGS + "?workload=deployment%2Fshop%2Flong&from=now-7d");
        assertThat(operator.get().uri(URI.create(opened)).exchange()).hasStatusOk();
        assertThat(operator.get()
                        .uri(LOGS + "?from=now-15m&workload=" + workload)
                        .exchange())
                .as("another time")
                .hasStatusOk();
        assertThat(post(operator, deletion(page(operator, LOGS), "Long").substring(LOGS.length())))
                .hasStatus(302);
    }

    @Test
    void aNameThatIsNoneSavesNothing() {
        assertThat(post(viewer, "/own-views", "name", "  ", "query", "refused")).hasStatus(409);
        assertThat(post(viewer, "/own-views", "name", "x".repeat(81))).hasStatus(409);
        assertThat(post(viewer, "/own-views", "name", "a\u0000b")).hasStatus(409);
        assertThat(post(viewer, "/own-views", "name", "Long", "query", "д".repeat(1_100)))
                .hasStatus(409);
        assertThat(page(viewer, LOGS)).doesNotContain(">Long<");
    }

    @Test
    void aSecondClickChangesNothing() throws Exception {
        try (var clicks = Executors.newFixedThreadPool(4)) {
            Callable<MvcTestResult> click = () -> post(viewer, "/own-views", "name", "Twice", "query", "refused");
            for (var saved : clicks.invokeAll(Collections.nCopies(8, click))) {
                assertThat(saved.get()).hasStatus(302);
            }
        }
        assertThat(page(viewer, LOGS).split(">Twice<", -1)).hasSize(2);
        assertThat(post(viewer, deletion(page(viewer, LOGS), "Twice").substring(LOGS.length())))
                .hasStatus(302);
    }

    @Test
    void theViewThatAWorkloadOpenedWithBeforeStays() {
        String workload = "deployment/shop/two";
        for (String name : new String[] {"First", "Second"}) {
            assertThat(post(operator, "/views", "name", name, "workload", workload, "query", name, "opens", "true"))
                    .hasStatus(302);
        }
        assertThat(redirected(LOGS + "?workload=" + workload)).contains("query=Second");
        for (String name : new String[] {"First", "Second"}) {
            assertThat(post(operator, deletion(page(operator, LOGS), name).substring(LOGS.length())))
                    .hasStatus(302);
        }
    }

    @Test
    void whatIsNoWorkloadOpensNoView() {
        assertThat(operator.get().uri(URI.create(LOGS + "?workload=a%00b")).exchange())
                .hasStatusOk();
        assertThat(operator.get()
                        .uri(URI.create(LOGS + "?workload=deployment/shop/a%00b"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("logs__marks-missing");
    }

    private String redirected(String address) {
        var result = operator.get().uri(URI.create(address)).exchange();
        assertThat(result).hasStatus(302);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    private static MvcTestResult post(MockMvcTester visitor, String path, String... parameters) {
        var request = visitor.post().uri(LOGS + path);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static String page(MockMvcTester visitor, String address) {
        var result = visitor.get().uri(address).exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String deletion(String page, String name) {
        Matcher form = Pattern.compile("(?s)>" + name + "<.*?action=\"([^\"]*/delete)\"")
                .matcher(page);
        assertThat(form.find()).as("a button that deletes " + name).isTrue();
        return form.group(1);
    }
}
