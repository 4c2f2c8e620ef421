package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How each program of the control plane is called.
 *
 * @see <a href="https://kubernetes.io/docs/reference/command-line-tools-reference/">Kubernetes' reference</a>
 */
final class CommandLines {
    private final Path program;
    private final PartContext context;
    private final Certificates certificates;

    CommandLines(Path program, PartContext context, Certificates certificates) {
        this.program = program;
        this.context = context;
        this.certificates = certificates;
    }

    String apiServerUrl() {
        return "https://127.0.0.1:" + context.port("kube-apiserver");
    }

    Command etcd() throws IOException {
        String clients = etcdUrl();
        String peers = "http://127.0.0.1:" + context.port("etcd-peers");
        return command(
                "etcd",
                "--name=sandbox",
                "--data-dir=" + context.directory("etcd"),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--client-cert-auth",
                "--trusted-ca-file=" + certificates.certificate("ca"),
                "--cert-file=" + certificates.certificate("etcd"),
                "--key-file=" + certificates.key("etcd"),
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=sandbox=" + peers,
                "--unsafe-no-fsync");
    }

    Command apiServer(Path egressSelection) {
        return command(
                "kube-apiserver",
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + context.port("kube-apiserver"),
                "--endpoint-reconciler-type=none",
                "--etcd-servers=" + etcdUrl(),
                "--etcd-cafile=" + certificates.certificate("ca"),
                "--etcd-certfile=" + certificates.certificate("etcd"),
                "--etcd-keyfile=" + certificates.key("etcd"),
                "--tls-cert-file=" + certificates.certificate("kube-apiserver"),
                "--tls-private-key-file=" + certificates.key("kube-apiserver"),
                "--client-ca-file=" + certificates.certificate("ca"),
                "--service-account-key-file="
                        + certificates.key("service-accounts").resolveSibling("service-accounts.pub"),
                "--service-account-signing-key-file=" + certificates.key("service-accounts"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                "--allow-privileged=true",
                "--service-cluster-ip-range=10.96.0.0/16",
                "--kubelet-client-certificate=" + certificates.certificate("kubelet-client"),
                "--kubelet-client-key=" + certificates.key("kubelet-client"),
                "--kubelet-preferred-address-types=InternalIP",
                "--requestheader-client-ca-file=" + certificates.certificate("front-proxy-ca"),
                "--requestheader-allowed-names=front-proxy-client",
                "--requestheader-username-headers=X-Remote-User",
                "--requestheader-group-headers=X-Remote-Group",
                "--requestheader-extra-headers-prefix=X-Remote-Extra-",
                "--proxy-client-cert-file=" + certificates.certificate("front-proxy-client"),
                "--proxy-client-key-file=" + certificates.key("front-proxy-client"),
                "--enable-aggregator-routing=true",
                "--egress-selector-config-file=" + egressSelection,
                "--shutdown-delay-duration=0s",
                "--profiling=false");
    }

    Command controllerManager(Path kubeconfig) {
        return command(
                "kube-controller-manager",
                "--kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--secure-port=" + context.port("kube-controller-manager"),
                "--leader-elect=false",
                "--use-service-account-credentials=true",
                "--service-account-private-key-file=" + certificates.key("service-accounts"),
                "--root-ca-file=" + certificates.certificate("ca"),
                "--allocate-node-cidrs=false",
                "--kube-api-qps=200",
                "--kube-api-burst=400",
                "--horizontal-pod-autoscaler-sync-period=5s",
                "--horizontal-pod-autoscaler-cpu-initialization-period=20s",
                "--horizontal-pod-autoscaler-initial-readiness-delay=5s",
                "--horizontal-pod-autoscaler-downscale-stabilization=60s");
    }

    /**
     * Its preemption deletes before it goes on, and not beside: a pod can miss that its victim is gone, and waits for up
     * to five minutes.
     *
     * @see <a href="https://github.com/kubernetes/kubernetes/issues/141694">kubernetes/kubernetes#141694</a>
     */
    Command scheduler(Path kubeconfig) {
        return command(
                "kube-scheduler",
                "--kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--secure-port=" + context.port("kube-scheduler"),
                "--leader-elect=false",
                "--feature-gates=SchedulerAsyncPreemption=false",
                "--kube-api-qps=200",
                "--kube-api-burst=400");
    }

    private String etcdUrl() {
        return "https://127.0.0.1:" + context.port("etcd");
    }

    private Command command(String name, String... flags) {
        var line = new ArrayList<>(List.of(program.toString(), name));
        line.addAll(List.of(flags));
        return Command.of(name, line).within(Duration.ofSeconds(5));
    }
}
