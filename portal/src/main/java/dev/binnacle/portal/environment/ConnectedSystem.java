package dev.binnacle.portal.environment;

/** The systems that an environment connects to. */
enum ConnectedSystem {
    CLUSTER("Cluster"),
    PROMETHEUS("Prometheus"),
    ALERTMANAGER("Alertmanager"),
    ELASTICSEARCH("Elasticsearch"),
    ARCHIVE("Archive");

    private final String words;

    ConnectedSystem(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String token() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
