package dev.binnacle.portal.delivery.plan;

import com.marcnuri.helm.Helm;
import dev.binnacle.portal.cluster.WorkloadKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The chart of the bundled echo service, rendered in this process; nothing is fetched. */
@Component
class EchoChart {
    private static final String FOLDER = "charts/echo-service/";

    /**
     * @param echo the Deployment that is to come of it
     * @param kubernetesVersion as in "1.37.2"; empty where not known
     * @return every object: the namespace first, the Deployment last, so that it is there when all others are
     */
    List<HasMetadata> render(KubernetesClient client, WorkloadKey echo, String kubernetesVersion) {
        var objects = new ArrayList<HasMetadata>();
        objects.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName(echo.namespace())
                .endMetadata()
                .build());
        client
                .load(new ByteArrayInputStream(manifest(echo, kubernetesVersion).getBytes(StandardCharsets.UTF_8)))
                .items()
                .stream()
                .sorted(Comparator.comparing(object -> object.getKind().equals("Deployment")))
                .forEach(objects::add);
        return objects;
    }

    private static String manifest(WorkloadKey echo, String kubernetesVersion) {
        try {
            Path folder = Files.createTempDirectory("binnacle-chart");
            try {
                unpack(folder);
                var template = new Helm(folder)
                        .template()
                        .withName(echo.name())
                        .withNamespace(echo.namespace())
                        .set("fullnameOverride", echo.name());
                return (kubernetesVersion.isEmpty() ? template : template.withKubeVersion(kubernetesVersion)).call();
            } finally {
                StopSignals.takeBack();
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled chart cannot be unpacked", e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*")) {
            String address = file.getURL().toString();
            Path target = folder.resolve(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()));
            Files.createDirectories(target.getParent());
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, target);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
