package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** Somebody who may look at the environment that an address names, and reads its log pages. */
final class LogReader {

    private final Visitors visitors;

    LogReader(Visitors visitors) {
        this.visitors = visitors;
    }

    String page(String environment, String query) {
        return page("/environments/" + environment + "/logs" + query);
    }

    String page(String address) {
        var result =
                viewer(address.split("/", -1)[2]).get().uri(URI.create(address)).exchange();
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
