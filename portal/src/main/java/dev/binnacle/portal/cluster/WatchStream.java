package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The messages of one watch, one at a time, with pings that notice when the other side is gone. */
final class WatchStream implements WebSocket.Listener, AutoCloseable {

    private static final long PING_MILLIS = 1_200;
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(3_600);
    private static final int MAX_CHARACTERS = 16 << 20;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile long heard = System.nanoTime();
    private volatile @Nullable WebSocket socket;
    private CompletableFuture<WebSocket> ping = CompletableFuture.completedFuture(null);

    /**
     * Waits for the next message.
     *
     * @return null where the API server ended the watch
     * @throws IOException where the connection broke, or nothing answers its pings for some seconds
     */
    @Nullable
    String next() throws IOException, InterruptedException {
        WebSocket open = socket;
        while (open != null) {
            Message message = messages.poll(PING_MILLIS, TimeUnit.MILLISECONDS);
            if (message != null) {
                open.request(1);
                if (message.failure() != null) {
                    throw new IOException("The watch broke", message.failure());
                }
                return message.text();
            }
            if (System.nanoTime() - heard > SILENCE_NANOS) {
                throw new IOException("The watch is silent: its connection is open, but nothing answers");
            }
            if (ping.isDone()) {
                ping = open.sendPing(ByteBuffer.allocate(0));
            }
        }
        throw new IOException("The watch is not open");
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heard = System.nanoTime();
        if (partial.length() + data.length() > MAX_CHARACTERS) {
            messages.add(new Message(null, new IOException("A message of the watch is too long")));
            return null;
        }
        partial.append(data);
        if (last) {
            messages.add(new Message(partial.toString(), null));
            partial.setLength(0);
            partial.trimToSize();
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        heard = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        messages.add(new Message(null, null));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        messages.add(new Message(null, failure));
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /** A text, a failure, or with neither the end. */
    private record Message(@Nullable String text, @Nullable Throwable failure) {}
}
