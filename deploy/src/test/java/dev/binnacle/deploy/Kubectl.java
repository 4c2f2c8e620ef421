package dev.binnacle.deploy;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The sandbox's kubectl, for scripts that call it. */
final class Kubectl {

    private Kubectl() {}

    /**
     * Puts it into the folder, once.
     *
     * @return variables by which it is found and is the sandbox's administrator
     */
    static Map<String, String> in(Path folder) throws IOException, InterruptedException {
        Path link = folder.resolve("kubectl");
        Path kubeconfig = folder.resolve("kubeconfig");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, Program.KUBERNETES.require((detail, percent) -> {}));
            Files.writeString(kubeconfig, Sandbox.shared().kubernetes().kubeconfig());
        }
        return Map.of("KUBECONFIG", kubeconfig.toString(), "PATH", folder + ":" + System.getenv("PATH"));
    }
}
