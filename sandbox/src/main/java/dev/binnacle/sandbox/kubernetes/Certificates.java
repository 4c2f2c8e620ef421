package dev.binnacle.sandbox.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/** Every certificate and key of the control plane, as files that only their owner can read. */
final class Certificates {
    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes them all, once per folder. */
    static Certificates in(Path folder, Clock clock) throws IOException {
        var certificates = new Certificates(folder);
        if (!Files.exists(folder.resolve("complete"))) {
            certificates.create(clock);
            Files.writeString(folder.resolve("complete"), "");
        }
        return certificates;
    }

    Path certificate(String name) {
        return folder.resolve(name + ".crt");
    }

    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    private void create(Clock clock) throws IOException {
        var cluster = new Authority("binnacle-sandbox", clock);
        write("ca.crt", Pem.text(cluster.certificate()));
        write("kube-apiserver", cluster.server("kube-apiserver", apiServerNames()));
        write("kubelet", cluster.server("kubelet", loopback()));
        write("etcd", cluster.server("etcd", loopback()));
        write("admin", cluster.client("admin", "system:masters"));
        write("kubelet-client", cluster.client("kube-apiserver-kubelet-client", "system:masters"));
        write("kube-controller-manager", cluster.client("system:kube-controller-manager", ""));
        write("kube-scheduler", cluster.client("system:kube-scheduler", ""));

        var frontProxy = new Authority("binnacle-sandbox-front-proxy", clock);
        write("front-proxy-ca.crt", Pem.text(frontProxy.certificate()));
        write("front-proxy-client", frontProxy.client("front-proxy-client", ""));

        KeyPair serviceAccounts = Authority.newKeys();
        write("service-accounts.key", Pem.text(serviceAccounts.getPrivate()));
        write("service-accounts.pub", Pem.text((Object) serviceAccounts.getPublic()));
    }

    private void write(String name, Identity identity) throws IOException {
        write(name + ".crt", Pem.text(identity.certificate()));
        write(name + ".key", Pem.text(identity.keys().getPrivate()));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static List<GeneralName> loopback() {
        return List.of(
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost"));
    }

    private static List<GeneralName> apiServerNames() {
        return List.of(
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "10.96.0.1"),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.dNSName, "kubernetes.default.svc"));
    }
}
