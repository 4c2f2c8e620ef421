package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * A short fingerprint of the part of a workload that a change replaces. As long as it is the same, nobody else changed
 * that part. It is cut to 32 bits, as the pod-template-hash is, so that no value can be guessed from it.
 */
public final class Mark {
    private Mark() {}

    public static String of(Change change, JsonNode workload) {
        return switch (change) {
            case Change.Restart _, Change.NewImage _, Change.RollBack _, Change.DeployEcho _ ->
                digest(workload.at("/spec/template").toString());
            case Change.Scale _ -> "replicas-" + workload.at("/spec/replicas").asInt(1);
            case Change.Pause _, Change.Resume _ ->
                "paused-" + workload.at("/spec/paused").asBoolean(false);
        };
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "template-" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
