package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * Where a list of lines goes on. A first page is read without a point in time; one is opened by whoever goes on.
 *
 * @param pointInTime its identity; empty before it is opened
 * @param cursor the moment of the last line shown
 * @param position of the last line among those of the same moment, once there is a point in time
 * @param seen the identities of the lines shown of exactly that moment, before there is a point in time
 */
public record Continuation(String pointInTime, String cursor, long position, List<String> seen) {

    public Continuation {
        seen = List.copyOf(seen);
    }
}
