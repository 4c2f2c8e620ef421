package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Zones;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** Whose clock a page goes by where its link does not say. */
final class ReadersZone {

    static final String UTC = "UTC";

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.UK);

    private static final Pattern RELATIVE_OR_EXACT = Pattern.compile("\\s*(now.*|[^|]*(Z|[+-]\\d\\d:\\d\\d)\\s*)?");

    private ReadersZone() {}

    /** @return the zone that the browser tells with the request that is being answered; UTC where it tells none */
    static String current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return UTC;
        }
        Cookie cookie = WebUtils.getCookie(attributes.getRequest(), Zones.COOKIE);
        return cookie == null ? UTC : Zones.ofReader(cookie.getValue()).getId();
    }

    /** @return the zone of a link, or of its reader; UTC where it is not known */
    static ZoneId of(Asked asked) {
        return Zones.ofReader(asked.zone());
    }

    /** @return the moment by that clock: "2026-11-17 03:12:09 UTC" */
    static String says(Instant at, Asked asked) {
        return EXACT.withZone(of(asked)).format(at) + " " + Zones.place(of(asked));
    }

    /**
     * Whether each reader may have their own zone. A link with a date or a time of day that says no zone, as in
     * {@code 2026-11-17 02:00}, means the same to all.
     */
    static boolean fits(String moment) {
        return RELATIVE_OR_EXACT.matcher(moment).matches();
    }
}
