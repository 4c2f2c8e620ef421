package dev.binnacle.portal.log.archive;

import dev.binnacle.sandbox.data.ArchivedObjects;
import java.io.IOException;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files in the archive, all of a fourth of March. */
final class ArchivedLines {

    /** Too long for an index that takes each line for a word, too: {@link ArchivedPlatform} has such a one. */
    static final String UNFIT = "x".repeat(40_000);

    private ArchivedLines() {}

    /** The fourth of March, so many seconds after midnight. */
    static Instant at(int year, int second) {
        return Instant.parse(year + "-03-04T00:00:00Z").plusSeconds(second);
    }

    /** When the files of a year were rotated. */
    static Instant rotated(int year) {
        return Instant.parse(year + "-03-04T23:59:59Z");
    }

    static String json(int year, int first, int count) {
        return lines(
                count,
                number -> "{\"timestamp\":\"%s\",\"level\":\"info\",\"number\":%d}\n"
                        .formatted(at(year, first + number), first + number));
    }

    static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    static String name(int year, String pod) {
        return year + "/03/04/235959000-echo-" + pod + "-echo-0123456789abcdef.log.gz";
    }

    static void archive(int year, String pod, String namespace, String lines) throws IOException, InterruptedException {
        ArchivedObjects.put(
                ArchivedPlatform.FOLDER, name(year, pod), ArchivedObjects.packed(lines), namespace, "echo-" + pod);
    }
}
