package dev.binnacle.portal.web;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.access.StandingRights;
import dev.binnacle.portal.problem.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The stream of changes that an open page listens to: {@code changed} events that name those of its topics that changed,
 * with spaces between them, and a {@code beat} with the time at least every 5 seconds; a browser that hears nothing for
 * three of those calls itself stale. Each stream has its own virtual thread, so a browser that stalls holds up nobody,
 * and the server's write timeout ends it.
 */
@Controller
class ChangesController {

    private static final Logger log = LoggerFactory.getLogger(ChangesController.class);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration RIGHTS = Duration.ofSeconds(15);

    private final LivePages pages;
    private final Permissions permissions;
    private final StandingRights rights;
    private final Clock clock;

    ChangesController(LivePages pages, Permissions permissions, StandingRights rights, Clock clock) {
        this.pages = pages;
        this.permissions = permissions;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/environments/{environment}/changes")
    void changes(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") List<String> topic,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = new LivePage(topic);
        if (!pages.add(environment, page)) {
            throw new Unavailable("Binnacle", "As many pages are live as the portal can feed. This one is not.", null);
        }
        try {
            feed(page, environment, sessionId(request), EventStream.begin(response));
        } catch (IOException e) {
            log.debug("A browser left the changes of {}", environment, e);
        } finally {
            pages.remove(environment, page);
        }
    }

    private void feed(LivePage page, String environment, String session, OutputStream stream) throws IOException {
        String account = permissions.account();
        long checked = System.nanoTime();
        write(stream, "beat", clock.instant().toString());
        while (!page.isClosed()) {
            var topics = page.next(BEAT);
            if (System.nanoTime() - checked > RIGHTS.toNanos()) {
                if (!rights.stillHolds(session, account, Role.VIEWER, environment)) {
                    return;
                }
                checked = System.nanoTime();
            }
            if (!topics.isEmpty()) {
                write(stream, "changed", String.join(" ", topics));
            }
            write(stream, "beat", clock.instant().toString());
        }
    }

    private static void write(OutputStream stream, String event, String data) throws IOException {
        stream.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    private static String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}
