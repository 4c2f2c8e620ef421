package dev.binnacle.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The machine's Chromium with one page, which keeps what the browser complains of. */
final class Chromium implements AutoCloseable {
    /** How long a page may take here; the machine may be a slow one. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Browser.NewContextOptions DESK = screen(1440, 900);
    static final Browser.NewContextOptions PHONE =
            screen(390, 844).setIsMobile(true).setHasTouch(true);

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String TELL_OF_VIOLATIONS =
            "addEventListener('securitypolicyviolation', violation => console.error("
                    + "'Content-Security-Policy: ' + violation.violatedDirective + ' ' + violation.blockedURI))";

    private final Playwright playwright;
    private final Page page;
    private final URI site;
    private final Path pictures;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Page page, URI site, Path pictures) {
        this.playwright = playwright;
        this.page = page;
        this.site = site;
        this.pictures = pictures;
    }

    /** Where the machine has it, if anywhere on the PATH. */
    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param device the size of its screen, and how it is touched */
    static Chromium open(Path program, URI site, Path pictures, Browser.NewContextOptions device) {
        Playwright playwright = Playwright.create();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
        BrowserContext context = browser.newContext(device);
        context.setDefaultTimeout((double) PATIENCE.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        context.addInitScript(TELL_OF_VIOLATIONS);
        var chromium = new Chromium(playwright, context.newPage(), site, pictures);
        chromium.listen();
        return chromium;
    }

    private static Browser.NewContextOptions screen(int width, int height) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    Page page() {
        return page;
    }

    /** What the consoles of all pages so far called an error, each with its page's address. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void go(String path) {
        page.navigate(
                site.resolve(path).toString(),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    }

    Locator part(String name) {
        return page.getByTestId(name);
    }

    /** Waits until it is shown, without doing anything for that. */
    void await(Locator locator, Duration limit) {
        locator.first().waitFor(new Locator.WaitForOptions().setTimeout((double) limit.toMillis()));
    }

    /** Waits until it is shown, loading the page again and again. */
    void awaitAcrossLoads(Locator locator, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!shows(locator)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("%s is not on %s, which says: %s"
                        .formatted(locator, page.url(), page.locator("main").innerText()));
            }
            page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        }
    }

    /** Clicks it as soon as it can be clicked, loading the page again and again. */
    void clickAcrossLoads(Locator locator, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            awaitAcrossLoads(locator, limit);
            String before = page.url();
            try {
                locator.click(new Locator.ClickOptions().setTimeout((double) LOOK.toMillis()));
                return;
            } catch (PlaywrightException goneAgain) {
                if (!page.url().equals(before)) {
                    return; // it was clicked, and where it leads to was slow
                }
                if (System.nanoTime() > deadline) {
                    throw goneAgain;
                }
            }
        }
    }

    /** Types this, and waits until what is suggested is for all of it, and no longer for a part. */
    void suggest(String typed, Runnable typing) {
        page.waitForResponse(
                        response -> response.url().contains("/suggestions")
                                && response.url().endsWith(typed),
                        typing)
                .finished();
    }

    void picture(String name) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        shoot(name);
    }

    void pictures(String name) {
        picture(name + "-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shoot(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
    }

    private boolean shows(Locator locator) {
        try {
            locator.first()
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout((double) LOOK.toMillis()));
            return true;
        } catch (PlaywrightException notYet) {
            return false;
        }
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
    }
}
