package dev.binnacle.sandbox.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTests {

    @Test
    void noneIsHandedOutTwiceOrUsedByAnOutgoingConnection() {
        assertThat(Stream.generate(FreePorts::next).limit(500))
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(1_024, 32_767));
    }

    @Test
    void oneThatIsListenedAtIsPassedOverInEveryRound() throws IOException {
        int taken = FreePorts.next();
        try (var _ = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Stream.generate(FreePorts::next).limit(12_000)).doesNotContain(taken);
        }
    }
}
