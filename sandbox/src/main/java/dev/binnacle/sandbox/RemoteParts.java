package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import dev.binnacle.sandbox.part.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** The parts of a sandbox that another process runs, reached at its control address. */
final class RemoteParts implements PartControl {
    private static final Duration TIMEOUT = Duration.ofHours(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Addresses addresses;

    private RemoteParts(Addresses addresses) {
        this.addresses = addresses;
    }

    static RemoteParts attach(Addresses addresses) {
        return new RemoteParts(addresses);
    }

    @Override
    public void require(String part) {
        order("require", part, "");
    }

    @Override
    public void stop(String part) {
        order("stop", part, "");
    }

    @Override
    public void start(String part) {
        order("start", part, "");
    }

    @Override
    public void restart(String part, String process) {
        order("restart", part, process);
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    /** Waits as long as the part takes, up to two hours: the first start may build it, after others. */
    private void order(String verb, String part, String process) {
        URI target = URI.create(addresses.get(Addresses.CONTROL) + "/" + verb + "/" + part + "/" + process);
        var request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + addresses.get(Addresses.CONTROL_TOKEN))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() != 200) {
                throw new PartFailure(answer.body());
            }
            addresses.merge(answer.body());
        } catch (IOException e) {
            throw new PartFailure("The running sandbox does not answer at " + target + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while the sandbox worked on " + part + ".", e);
        }
    }

    /** Twice at most: a kept connection may be closed by the other side just as it is used, and no order harms twice. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
