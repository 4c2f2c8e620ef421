package dev.binnacle.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTests {

    private final Images images =
            new Images(List.of(BundledImage.of("binnacle/echo-service", Set.of("1.0"), Path.of("echo.jar"), "TAG")));

    @Test
    void anImageIsPulledOnceForEachNode() {
        Container container = container("binnacle/echo-service:1.0", "IfNotPresent");

        assertThat(present("node-1", container).pulled()).isTrue();
        assertThat(present("node-1", container).pulled()).isFalse();
        assertThat(present("node-2", container).pulled()).isTrue();
    }

    @Test
    void thePolicyAlwaysPullsEachTime() {
        Container container = container("docker.io/binnacle/echo-service:1.0", "Always");

        assertThat(present("node-1", container).pulled()).isTrue();
        assertThat(present("node-1", container).pulled()).isTrue();
    }

    @Test
    void anUnknownTagOrImageIsNotFoundUnlessItMayNotBePulled() {
        assertThat(images.pull("node-1", container("binnacle/echo-service:2.0", "Always")))
                .isEqualTo(new ImagePull.NotFound("rpc error: code = NotFound desc = failed to pull and unpack image"
                        + " \"docker.io/binnacle/echo-service:2.0\": failed to resolve reference"
                        + " \"docker.io/binnacle/echo-service:2.0\": docker.io/binnacle/echo-service:2.0: not found"));
        assertThat(images.pull("node-1", container("binnacle/other", "IfNotPresent")))
                .isInstanceOf(ImagePull.NotFound.class);
        assertThat(images.pull("node-1", container("binnacle/echo-service:2.0", "Never")))
                .isInstanceOf(ImagePull.NeverPulled.class);
    }

    @Test
    void theEchoServiceHasItsVersionItsCanaryAndTheNextPatchAsTags() {
        assertThat(BundledImages.ECHO.tags(Path.of("echo-service-0.1.0-SNAPSHOT.jar")))
                .containsExactlyInAnyOrder("0.1.0", "0.1.0-SNAPSHOT", "0.1.0-canary", "0.1.1");
    }

    @Test
    void theEchoServiceRunsFromACopyThatNoBuildReplaces(@TempDir Path store) throws IOException {
        Path program = BundledImages.ECHO.find(store).orElseThrow().classPath().getFirst();

        assertThat(program).startsWith(store).isNotEmptyFile();
        assertThat(BundledImages.ECHO.find(store).orElseThrow().classPath().getFirst())
                .isEqualTo(program);
    }

    private ImagePull.Present present(String node, Container container) {
        return (ImagePull.Present) images.pull(node, container);
    }

    private static Container container(String image, String policy) {
        return new ContainerBuilder()
                .withName("main")
                .withImage(image)
                .withImagePullPolicy(policy)
                .build();
    }
}
