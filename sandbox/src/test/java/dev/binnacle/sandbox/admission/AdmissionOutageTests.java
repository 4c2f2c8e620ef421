package dev.binnacle.sandbox.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.kubernetes.ServingCertificates;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ServiceReferenceBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What becomes of the API server's requests while the webhook's certificate changes, hangs or is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdmissionOutageTests {

    private static final String NAME = "admission-outage";
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int ROTATIONS = 3;

    private static final ServingCertificates CERTIFICATES = new ServingCertificates(NAME + "." + NAME + ".svc");
    private static Installation webhook;
    private static String judged;
    private static String free;

    @BeforeAll
    static void install() throws IOException {
        ServingCertificates.Issued issued = CERTIFICATES.issue();
        webhook = new Installation(NAME, """
                failurePolicy: Fail
                timeoutSeconds: 10
                shutdown: {preStopSeconds: 0, drainSeconds: 1}
                tls:
                  certificate: |
                %s
                  key: |
                %s
                  authority: |
                %s
                """.formatted(
                        issued.certificate().indent(4),
                        issued.key().indent(4),
                        CERTIFICATES.authority().indent(4)));
        judged = webhook.judged("judged", Map.of());
        free = webhook.free();
        webhook.awaitJudgement(judged);
    }

    @AfterAll
    static void uninstall() {
        webhook.close();
    }

    @Test
    @Order(1)
    void noReviewFailsWhileTheCertificateChanges() throws Exception {
        for (int rotation = 0; rotation < ROTATIONS; rotation++) {
            ServingCertificates.Issued next = CERTIFICATES.issue();
            webhook.client()
                    .secrets()
                    .inNamespace(NAME)
                    .withName(NAME + "-tls")
                    .edit(secret -> new SecretBuilder(secret)
                            .addToData("tls.crt", base64(next.certificate()))
                            .addToData("tls.key", base64(next.key()))
                            .build());
            for (InetSocketAddress pod : pods()) {
                Installation.await("the certificate in " + pod, () -> {
                    assertThat(webhook.refusal(judged, Workloads.complete("rotated")))
                            .isEmpty();
                    return serial(pod).equals(next.serial());
                });
            }
        }
    }

    @Test
    @Order(2)
    void aWebhookThatHangsDelaysItsOwnNamespacesByLessThanTwoSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "https://127.0.0.1:" + silent.getLocalPort() + "/validate";
            configure("Ignore", 1, Optional.of(url));
            Installation.await(
                    "admission without a verdict",
                    () -> taken(judged, Optional.empty()).compareTo(Duration.ofMillis(900)) > 0);

            assertThat(least(judged, Optional.empty())).isLessThan(MOST);
            assertThat(least(free, Optional.empty())).isLessThan(Duration.ofMillis(900));
        } finally {
            configure("Fail", 10, Optional.empty());
        }
    }

    @Test
    @Order(3)
    void aWebhookThatIsGoneDecidesByItsFailurePolicyAndOnlyWhereItJudges() {
        webhook.client().apps().deployments().inNamespace(NAME).withName(NAME).scale(0);
        Installation.await(
                "no pod",
                () -> webhook.client()
                        .pods()
                        .inNamespace(NAME)
                        .list()
                        .getItems()
                        .isEmpty());
        configure("Fail", 1, Optional.empty());
        Installation.await(
                "a failed call",
                () -> webhook.refusal(judged, Workloads.complete("gone")).isPresent());

        assertThat(least(judged, Optional.of("failed calling webhook"))).isLessThan(MOST);
        assertThat(least(free, Optional.empty())).isLessThan(MOST);
        assertThat(webhook.refusal(NAME, Workloads.complete("itself"))).isEmpty();

        configure("Ignore", 1, Optional.empty());
        Installation.await(
                "the other policy",
                () -> webhook.refusal(judged, Workloads.complete("gone")).isEmpty());
        assertThat(least(judged, Optional.empty())).isLessThan(MOST);
    }

    /** The shortest of five, since the machine may be busy. */
    private static Duration least(String namespace, Optional<String> refusal) {
        return IntStream.range(0, 5)
                .mapToObj(_ -> taken(namespace, refusal))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Duration taken(String namespace, Optional<String> refusal) {
        long begin = System.nanoTime();
        Optional<String> message = webhook.refusal(namespace, Workloads.complete("timed"));
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(message.isPresent()).as(message.orElse("admitted")).isEqualTo(refusal.isPresent());
        refusal.ifPresent(expected -> assertThat(message.orElseThrow()).contains(expected));
        return taken;
    }

    private static void configure(String failurePolicy, int timeoutSeconds, Optional<String> url) {
        Resource<ValidatingWebhookConfiguration> configuration = webhook.client()
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(NAME);
        var service = new ServiceReferenceBuilder()
                .withName(NAME)
                .withNamespace(NAME)
                .withPath("/validate")
                .withPort(443)
                .build();
        configuration.edit(found -> {
            var first = found.getWebhooks().getFirst();
            first.setFailurePolicy(failurePolicy);
            first.setTimeoutSeconds(timeoutSeconds);
            first.getClientConfig().setUrl(url.orElse(null));
            first.getClientConfig().setService(url.isPresent() ? null : service);
            return found;
        });
    }

    private static List<InetSocketAddress> pods() {
        return webhook.client().pods().inNamespace(NAME).list().getItems().stream()
                .map(Pod::getMetadata)
                .flatMap(pod -> Sandbox.shared().pods().address(NAME, pod.getName()).stream())
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String serial(InetSocketAddress address) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
                socket.connect(address, (int) TimeUnit.SECONDS.toMillis(5));
                socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(10));
                socket.startHandshake();
                return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                        .getSerialNumber()
                        .toString();
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("No handshake with " + address, failure);
        }
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
