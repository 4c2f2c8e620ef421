package dev.binnacle.sandbox.pod.egress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Copies bytes both ways between two connections; an end of one direction is passed on and the other direction goes on. */
final class Tunnel {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final SocketChannel client;
    private final SocketChannel target;

    Tunnel(SocketChannel client, SocketChannel target) {
        this.client = client;
        this.target = target;
    }

    /** Returns when both directions have ended; both connections are closed then. */
    void run() throws InterruptedException {
        Thread back = Thread.ofVirtual().name("egress-back").start(() -> copy(target, client));
        copy(client, target);
        back.join();
        closeQuietly();
    }

    private void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try (client;
                target) {
            client.shutdownInput();
        } catch (IOException alreadyClosed) {
            // Closed is what is wanted.
        }
    }
}
