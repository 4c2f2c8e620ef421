package dev.binnacle.portal.cluster;

/** Says in words what a probe does: "HTTP GET /api on 8080 every 10 s, fails after 3". */
final class ProbeWords {

    private ProbeWords() {}

    /** @return empty where there is no probe */
    static String of(Item probe) {
        String action = action(probe);
        if (action.isEmpty()) {
            return "";
        }
        return action + " every " + probe.number("periodSeconds", 10) + " s, fails after "
                + probe.number("failureThreshold", 3);
    }

    private static String action(Item probe) {
        if (probe.has("httpGet")) {
            Item get = probe.at("httpGet");
            return get.text("scheme", "HTTP") + " GET " + get.text("path", "/") + " on " + get.written("port");
        }
        if (probe.has("tcpSocket")) {
            return "TCP " + probe.at("tcpSocket").written("port");
        }
        if (probe.has("grpc")) {
            return "gRPC health on " + probe.at("grpc").written("port");
        }
        return probe.has("exec") ? "a command in the container" : "";
    }
}
