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
import org.jspecify.annotations.Nullable;

/** Alertmanager with the platform's routes, alone: it has no peers. Silences are in the run folder. */
public final class AlertmanagerPart implements Part {
    private @Nullable Child child;

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        Path program = Program.ALERTMANAGER.require(context::building);
        context.starting("");
        Path folder = context.directory("alertmanager");
        URI url = URI.create("http://127.0.0.1:" + context.port("alertmanager"));
        Child started = context.run(Command.of(
                "alertmanager",
                List.of(
                        program.toString(),
                        "--config.file=" + Template.write("alertmanager.yaml", Map.of(), folder),
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=" + url.getAuthority(),
                        "--cluster.listen-address=")));
        child = started;
        HttpReadiness.await("Alertmanager", url.resolve("/-/ready"), started);
        context.addresses().publish(Addresses.ALERTMANAGER, url.toString());
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop();
            child = null;
        }
    }
}
