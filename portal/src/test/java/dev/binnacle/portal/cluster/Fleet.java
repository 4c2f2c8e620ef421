package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A large cluster for benches: {@code -Dbench.workloads} Deployments of five pods, of 10 KB each as JSON, in a real API
 * server without controllers, which leaves them as they are. One for all benches of a run.
 */
public final class Fleet {

    public static final int WORKLOADS = Integer.getInteger("bench.workloads", 2_000);
    public static final int PODS = WORKLOADS * FleetObjects.PODS_EACH;
    private static final int WRITERS = 24;
    private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");

    private final String kubeconfig = Sandbox.apiServerAlone().kubeconfig();
    private final URI url = URI.create(Config.fromKubeconfig(kubeconfig).getMasterUrl());
    private final HttpClient http = client();

    private Fleet() {
        long begin = System.nanoTime();
        all(IntStream.range(0, FleetObjects.NAMESPACES).mapToObj(number -> () -> namespace(number)));
        all(IntStream.range(0, FleetObjects.NODES).mapToObj(number -> () -> node(number)));
        all(IntStream.range(0, WORKLOADS).mapToObj(number -> () -> workload(number)));
        System.out.printf(
                "A cluster of %d Deployments and %d pods was made in %d s%n",
                WORKLOADS, PODS, (System.nanoTime() - begin) / 1_000_000_000);
    }

    public static Fleet shared() {
        return Shared.FLEET;
    }

    String kubeconfig() {
        return kubeconfig;
    }

    public Connection connection() {
        return new Connection(url, new Credential.Kubeconfig(kubeconfig));
    }

    /** @return the body of a GET, as raw as a client gets it */
    public byte[] raw(String path) {
        return answered(send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofByteArray()));
    }

    /** @return the lines of a watch of all pods from now on, to be closed */
    public InputStream watchPods() {
        Matcher version = VERSION.matcher(new String(raw("/api/v1/pods?limit=1"), StandardCharsets.UTF_8));
        if (!version.find()) {
            throw new IllegalStateException("A list without a version");
        }
        URI watch = url.resolve("/api/v1/pods?watch=true&timeoutSeconds=900&resourceVersion=" + version.group(1));
        return send(HttpRequest.newBuilder(watch).build(), BodyHandlers.ofInputStream())
                .body();
    }

    /** Changes how often a pod's first container has restarted. */
    public void restarted(int workload, int pod, int times) {
        String change =
                "[{\"op\":\"replace\",\"path\":\"/status/containerStatuses/0/restartCount\",\"value\":" + times + "}]";
        patch(FleetObjects.podPath(workload, pod) + "/status", "application/json-patch+json", change);
    }

    private void namespace(int number) {
        String name = FleetObjects.namespace(number);
        post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + name + "\"}}");
        post("/api/v1/namespaces/" + name + "/serviceaccounts", "{\"metadata\":{\"name\":\"default\"}}");
    }

    private void node(int number) {
        post("/api/v1/nodes", FleetObjects.node(number));
        patch("/api/v1/nodes/" + FleetObjects.nodeName(number) + "/status", MERGE, FleetObjects.nodeStatus());
    }

    private void workload(int number) {
        String apps = "/apis/apps/v1/namespaces/" + FleetObjects.namespace(number);
        post(apps + "/deployments", FleetObjects.deployment(number));
        patch(apps + "/deployments/" + FleetObjects.name(number) + "/status", MERGE, FleetObjects.deploymentStatus());
        post(apps + "/replicasets", FleetObjects.replicaSet(number));
        for (int pod = 0; pod < FleetObjects.PODS_EACH; pod++) {
            String pods = "/api/v1/namespaces/" + FleetObjects.namespace(number) + "/pods";
            post(pods, FleetObjects.pod(number, pod));
            patch(FleetObjects.podPath(number, pod) + "/status", MERGE, FleetObjects.podStatus(number, pod));
        }
    }

    private static final String MERGE = "application/merge-patch+json";

    private void post(String path, String body) {
        change("POST", path, "application/json", body);
    }

    private void patch(String path, String type, String body) {
        change("PATCH", path, type, body);
    }

    private void change(String method, String path, String type, String body) {
        answered(send(
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray()));
    }

    private static byte[] answered(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void all(java.util.stream.Stream<Runnable> work) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<? extends Future<?>> done = work.map(writers::submit).toList();
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpClient client() {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(SSLUtils.sslContext(ClientSettings.of(connection())))
                    .build();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Shared {
        static final Fleet FLEET = new Fleet();
    }
}
