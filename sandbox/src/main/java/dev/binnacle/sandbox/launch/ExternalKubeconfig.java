package dev.binnacle.sandbox.launch;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kubeconfig of the user's, made complete in itself: what it names as files is put in. */
final class ExternalKubeconfig {

    private ExternalKubeconfig() {}

    /** Reads the first file that the variable names. */
    static String read(String variable) {
        Path file = Path.of(variable.split(Pattern.quote(File.pathSeparator), -1)[0])
                .toAbsolutePath();
        Config config = parse(file);
        for (NamedCluster named : config.getClusters()) {
            Cluster cluster = named.getCluster();
            embed(file, cluster.getCertificateAuthority(), cluster::setCertificateAuthorityData);
            cluster.setCertificateAuthority(null);
        }
        for (NamedAuthInfo named : config.getUsers()) {
            AuthInfo user = named.getUser();
            embed(file, user.getClientCertificate(), user::setClientCertificateData);
            user.setClientCertificate(null);
            embed(file, user.getClientKey(), user::setClientKeyData);
            user.setClientKey(null);
        }
        return Serialization.asYaml(config);
    }

    private static Config parse(Path file) {
        try {
            @Nullable Config config = Serialization.unmarshal(Files.readString(file), Config.class);
            if (config != null
                    && config.getClusters() != null
                    && !config.getClusters().isEmpty()) {
                return config;
            }
        } catch (IOException | RuntimeException e) {
            throw unreadable(file);
        }
        throw unreadable(file);
    }

    private static Refusal unreadable(Path file) {
        return new Refusal(
                "KUBECONFIG names " + file + ", which is not a kubeconfig that can be read: name another file,"
                        + " or unset it to use the sandbox.");
    }

    private static void embed(Path kubeconfig, @Nullable String name, Consumer<String> setter) {
        if (name == null || name.isEmpty()) {
            return;
        }
        try {
            setter.accept(Base64.getEncoder().encodeToString(Files.readAllBytes(kubeconfig.resolveSibling(name))));
        } catch (IOException e) {
            throw new Refusal("KUBECONFIG " + kubeconfig + " names " + name + ", which cannot be read.");
        }
    }
}
