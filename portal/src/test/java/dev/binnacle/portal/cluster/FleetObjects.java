package dev.binnacle.portal.cluster;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The objects of a {@link Fleet} as JSON, as large as they are in clusters in use. */
public final class FleetObjects {

    public static final int PODS_EACH = 5;
    static final int NAMESPACES = 10;
    static final int NODES = Integer.getInteger("bench.nodes", 100);
    private static final String BORN = "2026-11-20T08:00:00Z";

    private FleetObjects() {}

    public static String namespace(int workload) {
        return "team-" + workload % NAMESPACES;
    }

    public static String name(int workload) {
        return "service-%04d".formatted(workload);
    }

    public static String podName(int workload, int pod) {
        return name(workload) + "-" + template(workload) + "-" + "bcdfg".charAt(pod) + "7x2k";
    }

    static String podPath(int workload, int pod) {
        return "/api/v1/namespaces/" + namespace(workload) + "/pods/" + podName(workload, pod);
    }

    static String nodeName(int node) {
        return "worker-%03d".formatted(node);
    }

    static String node(int node) {
        return """
                {"metadata":{"name":"%s","labels":{"topology.kubernetes.io/zone":"zone-%s","kubernetes.io/os":"linux"}}}
                """.formatted(nodeName(node), "abc".charAt(node % 3));
    }

    static String nodeStatus() {
        return """
                {"status":{"capacity":{"cpu":"64","memory":"256Gi","pods":"250"},
                  "allocatable":{"cpu":"63","memory":"250Gi","pods":"250"},
                  "conditions":[{"type":"Ready","status":"True","reason":"KubeletReady","lastTransitionTime":"%s"}]}}
                """.formatted(BORN);
    }

    static String deployment(int workload) {
        return """
                {"metadata":{"name":"%s","labels":{%s},"annotations":{"deployment.kubernetes.io/revision":"1"}},
                 "spec":{"replicas":%d,"selector":{"matchLabels":{"app":"%s"}},
                  "template":{"metadata":{"labels":{%s}},"spec":%s}}}
                """.formatted(
                name(workload), labels(workload), PODS_EACH, name(workload), labels(workload), spec(workload, ""));
    }

    static String deploymentStatus() {
        return """
                {"status":{"observedGeneration":1,"replicas":5,"updatedReplicas":5,"readyReplicas":5,"availableReplicas":5,
                 "conditions":[%s,%s]}}
                """.formatted(
                condition("Available", "MinimumReplicasAvailable"), condition("Progressing", "NewReplicaSetAvailable"));
    }

    static String replicaSet(int workload) {
        String labels = labels(workload) + ",\"pod-template-hash\":\"" + template(workload) + "\"";
        return """
                {"metadata":{"name":"%s-%s","labels":{%s},"annotations":{"deployment.kubernetes.io/revision":"1"},
                  "ownerReferences":[%s]},
                 "spec":{"replicas":%d,"selector":{"matchLabels":{"app":"%s","pod-template-hash":"%s"}},
                  "template":{"metadata":{"labels":{%s}},"spec":%s}}}
                """.formatted(
                        name(workload),
                        template(workload),
                        labels,
                        owner("Deployment", name(workload)),
                        PODS_EACH,
                        name(workload),
                        template(workload),
                        labels,
                        spec(workload, ""));
    }

    static String pod(int workload, int pod) {
        String node = nodeName((workload * PODS_EACH + pod) % NODES);
        return """
                {"metadata":{"name":"%s","labels":{%s,"pod-template-hash":"%s"},"ownerReferences":[%s],
                  "annotations":{"prometheus.io/scrape":"true","checksum/config":"%s","checksum/secret":"%s"}},
                 "spec":%s}
                """.formatted(
                        podName(workload, pod),
                        labels(workload),
                        template(workload),
                        owner("ReplicaSet", name(workload) + "-" + template(workload)),
                        UUID.nameUUIDFromBytes(new byte[] {(byte) workload}),
                        UUID.nameUUIDFromBytes(new byte[] {(byte) pod}),
                        spec(workload, "\"nodeName\":\"" + node + "\","));
    }

    static String podStatus(int workload, int pod) {
        return """
                {"status":{"phase":"Running","podIP":"10.%d.%d.%d","hostIP":"10.0.0.7","startTime":"%s",
                 "conditions":[%s,%s,%s,%s],"containerStatuses":[%s,%s]}}
                """.formatted(
                        workload / 250,
                        workload % 250,
                        pod,
                        BORN,
                        condition("PodScheduled", ""),
                        condition("Initialized", ""),
                        condition("ContainersReady", ""),
                        condition("Ready", ""),
                        containerStatus("application", workload),
                        containerStatus("proxy", workload));
    }

    private static String labels(int workload) {
        return """
                "app":"%s","app.kubernetes.io/name":"%s","app.kubernetes.io/part-of":"shop","team":"%s","tier":"backend"
                """.formatted(name(workload), name(workload), namespace(workload))
                .strip();
    }

    private static String template(int workload) {
        return "%010x".formatted(0x5c9d8b6f5L + workload);
    }

    private static String owner(String kind, String name) {
        return "{\"apiVersion\":\"apps/v1\",\"kind\":\"%s\",\"name\":\"%s\",\"uid\":\"%s\",\"controller\":true}"
                .formatted(kind, name, UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String spec(int workload, String more) {
        return """
                {%s"containers":[%s,%s],"terminationGracePeriodSeconds":30,
                 "volumes":[{"name":"settings","configMap":{"name":"%s"}}],
                 "tolerations":[{"key":"dedicated","operator":"Equal","value":"shop","effect":"NoSchedule"}]}
                """.formatted(
                        more, container("application", workload, 25), container("proxy", workload, 5), name(workload));
    }

    private static String container(String name, int workload, int variables) {
        return """
                {"name":"%s","image":"registry.example.com/shop/%s-%s:1.%d.0","ports":[{"name":"http-%s","containerPort":8080}],
                 "env":[%s],
                 "resources":{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"memory":"256Mi"}},
                 "volumeMounts":[{"name":"settings","mountPath":"/etc/settings"}],
                 "readinessProbe":{"httpGet":{"path":"/ready","port":8080},"periodSeconds":5},
                 "livenessProbe":{"httpGet":{"path":"/live","port":8080},"initialDelaySeconds":10}}
                """.formatted(
                        name,
                        name(workload),
                        name,
                        workload % 40,
                        name.substring(0, 5),
                        IntStream.range(0, variables)
                                .mapToObj(
                                        "{\"name\":\"SHOP_SETTING_NUMBER_%1$d\",\"value\":\"the value of setting %1$d\"}"
                                                ::formatted)
                                .collect(Collectors.joining(",")));
    }

    private static String containerStatus(String name, int workload) {
        return """
                {"name":"%s","image":"registry.example.com/shop/%s-%s:1.%d.0","imageID":"sha256:%s","ready":true,
                 "started":true,"restartCount":0,"containerID":"containerd://%s","state":{"running":{"startedAt":"%s"}}}
                """.formatted(name, name(workload), name, workload % 40, UUID.randomUUID(), UUID.randomUUID(), BORN);
    }

    private static String condition(String type, String reason) {
        return "{\"type\":\"%s\",\"status\":\"True\",\"reason\":\"%s\",\"lastTransitionTime\":\"%s\"}"
                .formatted(type, reason, BORN);
    }
}
