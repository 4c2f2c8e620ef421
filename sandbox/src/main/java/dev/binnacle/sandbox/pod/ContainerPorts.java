package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.part.FreePorts;
import dev.binnacle.sandbox.pod.egress.Routes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ports that a container declares, each with the port on loopback that its process listens at instead. The process
 * is told by the variable {@code PORT} for the first one and {@code PORT_<declared>} for each.
 */
final class ContainerPorts {

    private final Container container;
    private final Map<Integer, Integer> real = new LinkedHashMap<>();

    ContainerPorts(Container container) {
        this.container = container;
        for (ContainerPort port : container.getPorts()) {
            real.computeIfAbsent(port.getContainerPort(), _ -> FreePorts.next());
        }
    }

    /**
     * The variables that tell the process where to listen. Besides the ones above these are the declared ones whose
     * names end with {@code PORT} and whose values are declared ports.
     */
    Map<String, String> variables(Map<String, String> given) {
        Map<String, String> variables = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.endsWith("PORT") && value.matches("\\d{1,5}") && real.containsKey(Integer.valueOf(value))) {
                variables.put(name, String.valueOf(real.get(Integer.valueOf(value))));
            }
        });
        real.forEach((declared, port) -> {
            variables.putIfAbsent("PORT", port.toString());
            variables.put("PORT_" + declared, port.toString());
        });
        return variables;
    }

    /** The declared port that a probe or a hook names by number or name. */
    Optional<Integer> declared(IntOrString port) {
        if (port.getStrVal() == null) {
            return Optional.ofNullable(port.getIntVal());
        }
        return container.getPorts().stream()
                .filter(candidate -> port.getStrVal().equals(candidate.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }

    /** Where a declared port is served, or nothing where the container declares no such port. */
    Optional<InetSocketAddress> address(int declared) {
        return Optional.ofNullable(real.get(declared))
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Where the first declared port is served. */
    Optional<InetSocketAddress> first() {
        return real.keySet().stream().findFirst().flatMap(this::address);
    }

    void open(Routes routes, String podAddress) {
        real.keySet().forEach(declared -> address(declared).ifPresent(at -> routes.open(podAddress, declared, at)));
    }

    void close(Routes routes, String podAddress) {
        real.keySet().forEach(declared -> routes.close(podAddress, declared));
    }
}
