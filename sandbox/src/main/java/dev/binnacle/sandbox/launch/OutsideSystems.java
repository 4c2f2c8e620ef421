package dev.binnacle.sandbox.launch;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Systems of the user's that the portal is to show. One that is not reached does not keep the portal from starting: it
 * says so on its pages, and goes on by itself when the system is back.
 */
final class OutsideSystems {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Outside> systems = new ArrayList<>();

    /** A system and where it is. */
    private record Outside(String name, String url) {}

    /**
     * Those that the settings name.
     *
     * @param kubeconfig as text; empty where the cluster is the sandbox's
     */
    OutsideSystems(Settings settings, String kubeconfig) {
        if (!kubeconfig.isEmpty()) {
            systems.add(new Outside("cluster", Config.fromKubeconfig(kubeconfig).getMasterUrl()));
        }
        add("prometheus", settings.prometheusUrl());
        settings.alertmanagerUrls().forEach(url -> add("alertmanager", url));
        add("elasticsearch", settings.elasticsearchUrl());
    }

    /** One line for each: its name and a sentence. Takes up to 3 s for each. */
    List<String> lines() {
        return systems.stream()
                .map(
                        system -> "        %-16s %s %s"
                                .formatted(
                                        system.name(),
                                        system.url(),
                                        reached(URI.create(system.url()))
                                                ? "is yours"
                                                : "cannot be reached now: check the address; the portal shows it once it answers"))
                .toList();
    }

    private void add(String name, String url) {
        if (!url.isEmpty()) {
            systems.add(new Outside(name, url));
        }
    }

    private static boolean reached(URI url) {
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort() < 0 ? usual : url.getPort()), (int)
                    PATIENCE.toMillis());
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
