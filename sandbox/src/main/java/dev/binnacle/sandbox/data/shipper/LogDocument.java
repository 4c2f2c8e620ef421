package dev.binnacle.sandbox.data.shipper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log record as Fluent Bit's filter and output for Kubernetes write it.
 *
 * @see <a href="https://docs.fluentbit.io/manual/data-pipeline/filters/kubernetes">Fluent Bit: Kubernetes filter</a>
 */
record LogDocument(String id, String json) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int ID_BYTES = 15;

    static LogDocument of(LogRecord record, LogSource source, PodDescription pod) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("@timestamp", record.time());
        document.put("log", record.text());
        document.put("stream", record.stream());
        ObjectNode kubernetes = document.putObject("kubernetes");
        kubernetes.put("namespace_name", source.namespace());
        kubernetes.put("pod_name", source.pod());
        kubernetes.put("pod_id", source.uid());
        kubernetes.put("container_name", source.container());
        putKnown(kubernetes, "container_image", pod.images().getOrDefault(source.container(), ""));
        putKnown(kubernetes, "host", pod.host());
        putKnown(kubernetes, "pod_ip", pod.address());
        if (!pod.labels().isEmpty()) {
            ObjectNode labels = kubernetes.putObject("labels");
            pod.labels().forEach(labels::put);
        }
        return new LogDocument(id(record, source), document.toString());
    }

    /** The same for the same line whenever it is read, so that shipping it again changes nothing. */
    private static String id(LogRecord record, LogSource source) {
        String line = String.join(
                " ", source.uid(), source.container(), record.time(), record.stream(), "" + record.offset());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void putKnown(ObjectNode object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }
}
