package dev.binnacle.portal.environment;

import dev.binnacle.sandbox.part.FreePorts;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Alertmanager of its own below the path {@code /am}, which lets in whom its web configuration names. */
record GuardedAlertmanager(Child child, URI url) implements AutoCloseable {

    /**
     * @param web see <a href="https://prometheus.io/docs/alerting/latest/https/">HTTPS and authentication</a>, with paths
     *     from the folder
     */
    static GuardedAlertmanager start(Path folder, String scheme, String web) throws IOException, InterruptedException {
        Path configuration = Files.writeString(folder.resolve("alertmanager.yaml"), """
                route: {receiver: nobody}
                receivers: [{name: nobody}]
                """);
        String authority = "127.0.0.1:" + FreePorts.next();
        Child child = Child.start(
                Command.of(
                        "guarded-alertmanager",
                        List.of(
                                Program.ALERTMANAGER.require((_, _) -> {}).toString(),
                                "--config.file=" + configuration,
                                "--storage.path=" + folder.resolve("data"),
                                "--web.listen-address=" + authority,
                                "--web.route-prefix=/am",
                                "--web.config.file=" + Files.writeString(folder.resolve("web.yaml"), web),
                                "--cluster.listen-address=")),
                folder.resolve("alertmanager.log"));
        return new GuardedAlertmanager(child, URI.create(scheme + "://" + authority + "/am"));
    }

    @Override
    public void close() {
        child.stop();
    }
}
