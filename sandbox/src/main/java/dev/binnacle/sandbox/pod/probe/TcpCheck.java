package dev.binnacle.sandbox.pod.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Passes where a connection is taken.
 *
 * @param shown the address that messages name
 * @param target the address that is asked
 */
public record TcpCheck(String shown, InetSocketAddress target) implements ProbeCheck {

    @Override
    public ProbeAnswer ask(Duration timeout) {
        try (Socket socket = new Socket()) {
            socket.connect(target, (int) timeout.toMillis());
            return new ProbeAnswer.Passed();
        } catch (SocketTimeoutException late) {
            return new ProbeAnswer.Failed("dial tcp " + shown + ": i/o timeout");
        } catch (IOException refused) {
            return new ProbeAnswer.Failed("dial tcp " + shown + ": connect: connection refused");
        }
    }
}
