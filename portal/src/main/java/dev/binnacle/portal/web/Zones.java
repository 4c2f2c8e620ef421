package dev.binnacle.portal.web;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones, as forms read and pages name them. */
public final class Zones {

    /** The cookie in which a reader's browser tells its zone, as the IANA database names it. */
    public static final String COOKIE = "zone";

    private Zones() {}

    /** @return the reader's zone; UTC where the cookie names none that is known here */
    public static ZoneId ofReader(String cookie) {
        try {
            return ZoneId.of(cookie);
        } catch (DateTimeException _) {
            return ZoneId.of("UTC");
        }
    }

    /** @return "Berlin", "UTC" */
    public static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** @return what is said of a zone that is not known */
    public static String unknown(String name) {
        return "“" + name + "” is not a time zone. Write UTC, Europe/Berlin or +02:00.";
    }
}
