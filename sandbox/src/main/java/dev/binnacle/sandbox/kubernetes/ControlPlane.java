package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.Restartable;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** etcd, the API server, the controllers and the scheduler: a cluster without nodes. */
public final class ControlPlane implements Restartable {
    private final Clock clock;
    private final boolean controlled;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final LinkedHashMap<String, Child> children = new LinkedHashMap<>();
    private @Nullable PartContext context;
    private @Nullable ApiServerProbe probe;

    public ControlPlane(Clock clock) {
        this(clock, true);
    }

    /** @param controlled whether its controllers and its scheduler run, too */
    public ControlPlane(Clock clock, boolean controlled) {
        this.clock = clock;
        this.controlled = controlled;
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public void start(PartContext given) throws IOException, InterruptedException {
        context = given;
        Path program = Program.KUBERNETES.require(given::building);
        given.starting("");
        Certificates certificates = Certificates.in(given.certificates(), clock);
        var lines = new CommandLines(program, given, certificates);
        var kubeconfigs = new Kubeconfigs(certificates, lines.apiServerUrl());
        Path folder = given.directory("kubernetes");
        for (String identity : new String[] {"admin", "kube-controller-manager", "kube-scheduler"}) {
            kubeconfigs.write(identity, folder.resolve(identity + ".kubeconfig"));
        }
        Path egress = Files.writeString(folder.resolve("egress.yaml"), egressSelection(given.egressSocket()));

        commands.put("etcd", lines.etcd());
        commands.put("kube-apiserver", lines.apiServer(egress));
        commands.put(
                "kube-controller-manager",
                lines.controllerManager(folder.resolve("kube-controller-manager.kubeconfig")));
        commands.put("kube-scheduler", lines.scheduler(folder.resolve("kube-scheduler.kubeconfig")));

        Path kubeconfig = folder.resolve("admin.kubeconfig");
        probe = new ApiServerProbe(Files.readString(kubeconfig));
        run("etcd");
        run("kube-apiserver");
        awaitApiServer();
        if (controlled) {
            run("kube-controller-manager");
            run("kube-scheduler");
            probe.awaitDefaultServiceAccount("default");
        }
        given.addresses().publish(Addresses.KUBECONFIG, kubeconfig.toString());
    }

    @Override
    public void restart(String process) throws IOException, InterruptedException {
        Child child = children.remove(process);
        if (child == null) {
            throw new PartFailure("Kubernetes runs no process named " + process + ".");
        }
        child.stop();
        run(process);
        awaitApiServer();
        if (controlled && probe != null) {
            probe.awaitControllers();
        }
    }

    @Override
    public void close() {
        children.sequencedValues().reversed().forEach(Child::stop);
        children.clear();
    }

    private void run(String process) throws IOException {
        Command command = commands.get(process);
        if (context == null || command == null) {
            throw new PartFailure("Kubernetes has not been started.");
        }
        children.put(process, context.run(command));
    }

    private void awaitApiServer() throws InterruptedException {
        Child child = children.get("kube-apiserver");
        if (probe != null && child != null) {
            probe.awaitReady(child);
        }
    }

    /** Connections into the cluster, to pods and kubelets, go through the pod runner. */
    private static String egressSelection(Path socket) {
        return """
                apiVersion: apiserver.k8s.io/v1beta1
                kind: EgressSelectorConfiguration
                egressSelections:
                - name: cluster
                  connection:
                    proxyProtocol: HTTPConnect
                    transport:
                      uds:
                        udsName: %s
                """.formatted(socket);
    }
}
