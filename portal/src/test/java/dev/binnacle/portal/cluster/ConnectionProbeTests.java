package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.cluster.FaultProxy.Fault;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.metric.FaultServer;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionProbeTests {

    private final String kubeconfig = Sandbox.shared().kubernetes().kubeconfig();
    private final ConnectionProbe probe = new ConnectionProbe(Followed.ADDRESSES);

    @Test
    void anAdministratorMayEverything() throws Exception {
        try (FaultProxy proxy = new FaultProxy(kubeconfig)) {
            var report = probe.check(proxy.connection(), new TreeSet<>());
            assertThat(report.version()).startsWith("1.");
            assertThat(report.latency()).isPositive();
            assertThat(report.permissions()).isNotEmpty().allMatch(permission -> permission.allowed());
        }
    }

    @Test
    void whatIsMissingIsNamedByNamespace() throws Exception {
        try (FaultProxy proxy = new FaultProxy(kubeconfig)) {
            proxy.fault(request -> request.contains("selfsubjectaccessreviews")
                    ? new Fault.Answer(201, "{\"status\":{\"allowed\":false}}")
                    : new Fault.None());
            var report = probe.check(proxy.connection(), new TreeSet<>(List.of("shop")));
            assertThat(report.permissions())
                    .allMatch(permission -> !permission.allowed())
                    .anyMatch(permission -> permission.words().equals("list and watch pods in shop"));
        }
    }

    @Test
    void aRefusedCredentialIsForbidden() throws Exception {
        try (FaultProxy proxy = new FaultProxy(kubeconfig)) {
            proxy.fault(request -> new Fault.Answer(401, "{}"));
            assertThatThrownBy(() -> probe.check(proxy.connection(), new TreeSet<>()))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("does not accept the credential");
        }
    }

    @Test
    void nobodyThereIsSaid() {
        assertThatThrownBy(() -> probe.check(
                        new Connection(URI.create("https://127.0.0.1:1"), new Credential.Bearer("abc")),
                        new TreeSet<>()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Nothing answers at the API server's address.");
    }

    @ParameterizedTest
    @MethodSource("dev.binnacle.portal.environment.HostileNames#hosts")
    void nothingIsSentToAForbiddenAddress(String host) throws Exception {
        try (FaultProxy proxy = new FaultProxy(kubeconfig)) {
            URI hostile =
                    URI.create("http://" + host + ":" + proxy.connection().url().getPort());
            assertThatThrownBy(() -> probe.check(new Connection(hostile, new Credential.None()), new TreeSet<>()))
                    .isInstanceOf(Unavailable.class);
            try (KubernetesClient writer =
                    WriterClients.to(new Connection(hostile, new Credential.None()), Followed.ADDRESSES)) {
                assertThatThrownBy(() -> writer.namespaces().list()).isInstanceOf(RuntimeException.class);
            }
            assertThat(proxy.requests()).isZero();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (FaultProxy proxy = new FaultProxy(kubeconfig);
                FaultServer elsewhere = new FaultServer()) {
            proxy.fault(request -> new Fault.Redirect(elsewhere.url()));
            assertThatThrownBy(() -> probe.check(proxy.connection(), new TreeSet<>()))
                    .isInstanceOf(Unavailable.class);
            try (KubernetesClient writer = WriterClients.to(proxy.connection(), Followed.ADDRESSES)) {
                assertThatThrownBy(() -> writer.namespaces().list()).isInstanceOf(RuntimeException.class);
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void somethingElseThereIsSaid() throws Exception {
        try (FaultProxy proxy = new FaultProxy(kubeconfig)) {
            proxy.fault(request -> new Fault.Answer(200, "<html>"));
            assertThatThrownBy(() -> probe.check(proxy.connection(), new TreeSet<>()))
                    .isInstanceOf(Unavailable.class);
        }
    }
}
