package dev.binnacle.sandbox.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** Writes kubeconfig files for identities of the cluster, complete in themselves. */
final class Kubeconfigs {
    private final Certificates certificates;
    private final String server;

    Kubeconfigs(Certificates certificates, String server) {
        this.certificates = certificates;
        this.server = server;
    }

    void write(String identity, Path file) throws IOException {
        String text = """
                apiVersion: v1
                kind: Config
                current-context: sandbox
                clusters:
                - name: sandbox
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                users:
                - name: %s
                  user:
                    client-certificate-data: %s
                    client-key-data: %s
                contexts:
                - name: sandbox
                  context:
                    cluster: sandbox
                    user: %s
                """.formatted(
                        server,
                        encoded(certificates.certificate("ca")),
                        identity,
                        encoded(certificates.certificate(identity)),
                        encoded(certificates.key(identity)),
                        identity);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String encoded(Path file) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }
}
