package dev.binnacle.sandbox.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes to the sandbox's storage, which wants no signature. */
public final class ArchivedObjects {

    private ArchivedObjects() {}

    static void makeBucket(URI bucket) throws IOException, InterruptedException {
        sent(HttpRequest.newBuilder(bucket).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    /**
     * Puts a file as the log archiver does, with its origin beside it.
     *
     * @param folder the bucket's address and what keys begin with
     * @param name the rest of the key
     */
    public static void put(URI folder, String name, byte[] bytes, String namespace, String host)
            throws IOException, InterruptedException {
        sent(HttpRequest.newBuilder(URI.create(folder + "/" + name))
                .header("x-amz-meta-namespace", namespace)
                .header("x-amz-meta-host", host)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /**
     * Deletes a file, as a rule of the bucket that lets old ones expire.
     *
     * @param folder as it was put with
     */
    public static void delete(URI folder, String name) throws IOException, InterruptedException {
        sent(HttpRequest.newBuilder(URI.create(folder + "/" + name)).DELETE());
    }

    /** The lines in gzip. */
    public static byte[] packed(String lines) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException("The storage answers " + response.statusCode() + ": " + response.body());
            }
        }
    }
}
