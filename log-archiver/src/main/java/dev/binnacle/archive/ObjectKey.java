package dev.binnacle.archive;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The name of a file in the storage. It follows from the file alone, so that a second upload meets the first, and sorts
 * by the time at which the file was rotated: {@code echo/2026/03/04/050607089-pod-echo-0123456789abcdef.log.gz}.
 */
record ObjectKey(String text) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int DIGITS = 16;

    /** @param contentHash the SHA-256 of the lines, in hexadecimal digits */
    static ObjectKey of(String prefix, Origin origin, RotatedLog log, String contentHash) {
        String start = prefix.isEmpty() ? "" : prefix + "/";
        return new ObjectKey(start + TIME.format(RotatedLogs.rotatedAt(log.name())) + "-" + safe(origin.host()) + "-"
                + safe(RotatedLogs.stem(log.name())) + "-" + contentHash.substring(0, DIGITS) + ".log.gz");
    }

    private static String safe(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
