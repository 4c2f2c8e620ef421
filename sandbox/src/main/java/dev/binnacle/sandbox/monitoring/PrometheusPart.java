package dev.binnacle.sandbox.monitoring;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.HttpReadiness;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus, which finds pods and nodes through the API server and sends its alerts to Alertmanager: those of the
 * platform about the echo service, and a few of its own in place of what Prometheus' chart brings on a cluster.
 */
public final class PrometheusPart implements Part {
    private @Nullable Child child;

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes", "pods", "alertmanager", "cluster-facts");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        Path program = Program.PROMETHEUS.require(context::building);
        context.starting("");
        Path folder = context.directory("prometheus");
        URI url = URI.create("http://127.0.0.1:" + context.port("prometheus"));
        Path rules = Template.write("rules.yml", Map.of(), folder);
        Path echo = HurriedRules.write(folder);
        Path configuration = Template.write("prometheus.yml", values(context, rules, echo, url), folder);
        Child started = context.run(Command.of(
                "prometheus",
                List.of(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--storage.tsdb.retention.time=2d",
                        "--web.listen-address=" + url.getAuthority())));
        child = started;
        HttpReadiness.await("Prometheus", url.resolve("/-/ready"), started);
        context.addresses().publish(Addresses.PROMETHEUS, url.toString());
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop();
            child = null;
        }
    }

    private static Map<String, String> values(PartContext context, Path rules, Path echo, URI self) {
        Addresses addresses = context.addresses();
        return Map.of(
                "rules", rules.toString(),
                "echo", echo.toString(),
                "self", self.getAuthority(),
                "alertmanager",
                        URI.create(addresses.get(Addresses.ALERTMANAGER)).getAuthority(),
                "facts", URI.create(addresses.get(ClusterFactsPart.URL)).getAuthority(),
                "proxy", addresses.get("pods.proxy"),
                "kubeconfig", addresses.get(Addresses.KUBECONFIG));
    }
}
