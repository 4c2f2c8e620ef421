package dev.binnacle.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Visits to the one packaged portal of a test run, which the first of them starts and which ends with the run. */
final class Visits {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static @Nullable PackagedPortal portal;

    private Visits() {}

    /** A browser in which the administrator is signed in. Tests that want one are skipped where there is no Chromium. */
    static Chromium byAdministrator() throws IOException, InterruptedException {
        return byAdministrator(Chromium.DESK);
    }

    /** The same with a screen of its own size. */
    static Chromium byAdministrator(NewContextOptions device) throws IOException, InterruptedException {
        return open(null, device);
    }

    /** A browser in which somebody else is signed in. */
    static Chromium by(Account account) throws IOException, InterruptedException {
        return open(account, Chromium.DESK);
    }

    private static synchronized Chromium open(@Nullable Account account, NewContextOptions device)
            throws IOException, InterruptedException {
        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "Chromium is missing: install it, as in apt-get install chromium.");
        if (portal == null) {
            portal = PackagedPortal.start(TARGET.resolve("portal"));
        }
        Chromium browser = Chromium.open(program.get(), portal.address(), TARGET.resolve("pictures"), device);
        (account == null ? portal.administrator() : account).signIn(browser);
        return browser;
    }
}
