package dev.binnacle.sandbox.data.shipper;

/**
 * What a container wrote as one line.
 *
 * @param time in RFC 3339, as the container runtime wrote it
 * @param offset of its first byte in its file
 */
record LogRecord(String time, String stream, String text, long offset) {}
