package dev.binnacle.sandbox.pod.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Passes where a GET is answered with a status from 200 to 399. Redirects are not followed.
 *
 * @param shown the address that messages name, {@code 10.244.128.1:8080} say
 * @param target the address that is asked
 */
public record HttpCheck(String shown, InetSocketAddress target, String path, Map<String, String> headers)
        implements ProbeCheck {

    public HttpCheck {
        headers = Map.copyOf(headers);
    }

    @Override
    public ProbeAnswer ask(Duration timeout) {
        CompletableFuture<ProbeAnswer> answer = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().name("probe").start(() -> answer.complete(get(timeout)));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return late();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return late();
        } finally {
            asking.interrupt();
        }
    }

    private ProbeAnswer get(Duration timeout) {
        try {
            HttpURLConnection connection = open(timeout);
            try {
                int status = connection.getResponseCode();
                return status >= 200 && status < 400
                        ? new ProbeAnswer.Passed()
                        : new ProbeAnswer.Failed("HTTP probe failed with statuscode: " + status);
            } finally {
                connection.disconnect();
            }
        } catch (SocketTimeoutException late) {
            return late();
        } catch (ConnectException refused) {
            return failed("dial tcp " + shown + ": connect: connection refused");
        } catch (IOException broken) {
            return failed("EOF");
        }
    }

    private HttpURLConnection open(Duration timeout) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url().openConnection();
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("User-Agent", "kube-probe/1.37");
        connection.setRequestProperty("Connection", "close");
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private URL url() throws MalformedURLException {
        String host = target.getAddress().getHostAddress() + ":" + target.getPort();
        return URI.create("http://" + host + slashed()).toURL();
    }

    private ProbeAnswer late() {
        return failed("context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
    }

    private ProbeAnswer failed(String why) {
        return new ProbeAnswer.Failed("Get \"http://" + shown + slashed() + "\": " + why);
    }

    private String slashed() {
        return path.startsWith("/") ? path : "/" + path;
    }
}
