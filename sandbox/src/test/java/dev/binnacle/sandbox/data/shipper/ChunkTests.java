package dev.binnacle.sandbox.data.shipper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunkTests {
    private static final String TIME = "2026-03-04T05:06:07.123456789Z ";

    @Test
    void holdsWholeLinesAndLeavesTheRest() {
        String whole = TIME + "stdout F one\n" + TIME + "stderr F \n";
        Chunk chunk = parse(whole + TIME + "stdout F beg", 1000, false);
        assertThat(chunk.records()).extracting(LogRecord::text).containsExactly("one", "");
        assertThat(chunk.records()).extracting(LogRecord::stream).containsExactly("stdout", "stderr");
        assertThat(chunk.records().getFirst().offset()).isEqualTo(1000);
        assertThat(chunk.next()).isEqualTo(1000 + whole.length());
    }

    @Test
    void joinsPiecesOfTheSameStream() {
        Chunk chunk = parse(
                TIME + "stdout P be\n" + TIME + "stderr F between\n" + TIME + "stdout P gin\n" + TIME
                        + "stdout F ning\n",
                0,
                false);
        assertThat(chunk.records()).extracting(LogRecord::text).containsExactly("between", "beginning");
        assertThat(chunk.records().getLast().offset()).isZero();
    }

    @Test
    void waitsForTheLastPiece() {
        String before = TIME + "stdout F before\n";
        Chunk chunk = parse(before + TIME + "stdout P begun\n" + TIME + "stderr F other\n", 0, false);
        assertThat(chunk.records()).extracting(LogRecord::text).containsExactly("before", "other");
        assertThat(chunk.next()).isEqualTo(before.length());
    }

    @Test
    void doesNotWaitForeverWhereNoMoreFits() {
        String text = TIME + "stdout P begun\n" + TIME + "stdout P more\n";
        Chunk chunk = parse(text, 0, true);
        assertThat(chunk.records()).extracting(LogRecord::text).containsExactly("begunmore");
        assertThat(chunk.next()).isEqualTo(text.length());
        assertThat(parse("x".repeat(100), 7, true).next()).isEqualTo(107);
    }

    @Test
    void passesOverLinesThatNoContainerRuntimeWrote() {
        String text = "nonsense\n\n" + TIME + "stdout F sense\n" + "yesterday stdout F x\n";
        Chunk chunk = parse(text, 0, false);
        assertThat(chunk.records()).extracting(LogRecord::text).containsExactly("sense");
        assertThat(chunk.next()).isEqualTo(text.length());
    }

    private static Chunk parse(String text, long start, boolean full) {
        byte[] bytes = text.getBytes(UTF_8);
        return Chunk.parse(bytes, bytes.length, start, full);
    }
}
