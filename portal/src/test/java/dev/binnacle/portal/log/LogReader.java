package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** Somebody who may look at the environment that an address names, and reads its log pages. */
final class LogReader {

    /** The link by which a page without an answer asks for it. */
    static final String ASKS_AGAIN = "hx-get=\"([^\"]*/logs[^\"]*wait[^\"]*)\"";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Visitors visitors;

    LogReader(Visitors visitors) {
        this.visitors = visitors;
    }

    String page(String environment, String query) {
        return page("/environments/" + environment + "/logs" + query);
    }

    /** Waits for its lines as a browser would, but where Elasticsearch is slow on purpose. */
    String page(String address, Cookie... cookies) {
        String environment = address.split("/", -1)[2];
        String page = asked(environment, address, cookies);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (page.contains("has not answered within 1.5 s.")
                && !environment.equals("log-slow")
                && System.nanoTime() < end) {
            page = asked(environment, link(page, ASKS_AGAIN), cookies);
        }
        return page;
    }

    private String asked(String environment, String address, Cookie... cookies) {
        MockMvcTester.MockMvcRequestBuilder request = viewer(environment).get().uri(URI.create(address));
        for (Cookie cookie : cookies) {
            request.cookie(cookie);
        }
        var result = request.exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    MockMvcTester viewer(String environment) {
        return visitors.in(environment, Role.VIEWER);
    }

    /** The link to the lines after those that a page shows. */
    static String next(String page) {
        return link(page, "hx-get=\"([^\"]*/more[^\"]*)\"");
    }

    static String link(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as("a link like " + pattern).isTrue();
        return HtmlUtils.htmlUnescape(matcher.group(1));
    }
}
