package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.Browsers;
import dev.binnacle.portal.ServerTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@ServerTest
class AssetsTests {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/[^\"#?]+\\.(?:css|js|svg))");

    private final Browsers browsers;

    AssetsTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void everyAssetOfAPageIsServedUnderItsHashForAYear() {
        Browser browser = browsers.signedIn("assets", "europe", dev.binnacle.portal.access.Role.VIEWER);
        List<String> assets = ASSET.matcher(browser.get("/").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(assets).hasSizeGreaterThan(5).allSatisfy(asset -> {
            assertThat(asset).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            var answer = browser.get(asset);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        });
    }
}
