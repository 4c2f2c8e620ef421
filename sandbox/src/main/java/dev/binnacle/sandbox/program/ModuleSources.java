package dev.binnacle.sandbox.program;

import dev.binnacle.sandbox.part.PartFailure;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a Go module as it was published, among them the definitions of custom resources that no program carries.
 *
 * @param module its path, such as {@code istio.io/api}
 * @param version such as {@code v1.28.0}
 */
public record ModuleSources(String module, String version) {

    /**
     * The folder of its files, for reading alone. They are downloaded where Go does not have them.
     *
     * @throws PartFailure without Go, or when they cannot be had
     */
    public Path folder() throws IOException, InterruptedException {
        Path go = Go.find(module).command();
        var download = new ProcessBuilder(List.of(go.toString(), "mod", "download", "-json", module + "@" + version))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        download.environment()
                .put("GOTOOLCHAIN", GoModule.of(Program.KUBERNETES).toolchain());
        download.environment().put("GOWORK", "off");
        Process process = download.start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Object place =
                Serialization.unmarshal(answer, GenericKubernetesResource.class).get("Dir");
        if (process.waitFor() != 0 || place == null) {
            throw new PartFailure("Go cannot download %s %s: %s".formatted(module, version, answer.strip()));
        }
        return Path.of(place.toString());
    }
}
