package dev.binnacle.portal.log.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedLinesTests {

    private static final Instant ROTATED = Instant.parse("2026-03-04T06:00:00Z");
    private static final String FIRST = "2026-03-04T05:00:00Z";
    private static final String SECOND = "2026-03-04T05:30:00Z";

    @Test
    void aLineWithoutATimeHasThatOfTheOneBefore() throws Exception {
        assertThat(read(FIRST + " a\nb\n" + SECOND + " c\nd\n"))
                .extracting(TimedLines.Line::at)
                .containsExactly(
                        Instant.parse(FIRST), Instant.parse(FIRST), Instant.parse(SECOND), Instant.parse(SECOND));
    }

    @Test
    void atTheBeginningItHasThatOfTheFirstAfter() throws Exception {
        assertThat(read("a\nb\n" + FIRST + " c\n"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.at()).isEqualTo(FIRST))
                .noneMatch(TimedLines.Line::isUntimed);
    }

    @Test
    void inAFileWithoutAnyItHasThatOfTheRotation() throws Exception {
        assertThat(read("a\nb\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.at()).isEqualTo(ROTATED))
                .allMatch(TimedLines.Line::isUntimed);
        assertThat(read("")).isEmpty();
    }

    @Test
    void onlyAThousandLinesAreLookedAtForATime() throws Exception {
        List<TimedLines.Line> lines = read("a\n".repeat(1_200) + FIRST + " b\nc\n");

        assertThat(lines).hasSize(1_202);
        assertThat(lines.subList(0, 1_200))
                .allMatch(line -> line.isUntimed() && line.at().equals(ROTATED));
        assertThat(lines.subList(1_200, 1_202))
                .allMatch(line -> !line.isUntimed() && line.at().equals(Instant.parse(FIRST)));
    }

    @Test
    void linesBeforeADamageComeFirst() throws Exception {
        TimedLines lines =
                new TimedLines(new LineReader(new SequenceInputStream(bytes("a\nb\n"), new Damaged())), ROTATED);

        assertThat(lines.next()).isNotNull();
        assertThat(lines.next()).isNotNull();
        assertThatThrownBy(lines::next).isInstanceOf(EOFException.class);
    }

    private static List<TimedLines.Line> read(String text) throws IOException {
        TimedLines timed = new TimedLines(new LineReader(bytes(text)), ROTATED);
        List<TimedLines.Line> lines = new ArrayList<>();
        for (TimedLines.Line line = timed.next(); line != null; line = timed.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Damaged extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException("damaged");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw new EOFException("damaged");
        }
    }
}
