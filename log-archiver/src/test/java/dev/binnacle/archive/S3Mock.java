package dev.binnacle.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A storage with the S3 API in a process of its own, and what a reader finds in its bucket. */
final class S3Mock implements AutoCloseable {
    static final String BUCKET = "logs";
    static final String USER = "archiver";
    static final String PASSWORD = UUID.randomUUID().toString();
    private static final Pattern PORT = Pattern.compile("Tomcat started on ports .*?(\\d+) \\(http\\)");
    private final Process process;
    private final URI endpoint;
    private final S3Client client;

    private S3Mock(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(USER, PASSWORD)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        client.createBucket(create -> create.bucket(BUCKET));
    }

    static S3Mock start() throws IOException {
        String jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("s3mock"))
                .findFirst()
                .orElseThrow();
        Process process = new ProcessBuilder(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        jar,
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return new S3Mock(process, URI.create("http://127.0.0.1:" + port.group(1)));
            }
        }
        throw new IllegalStateException("The storage did not start:\n" + printed);
    }

    static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    URI endpoint() {
        return endpoint;
    }

    List<String> keys() {
        return client.listObjectsV2Paginator(list -> list.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The lines of all objects in the order of their keys. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String key : keys()) {
            try (InputStream object = client.getObject(get -> get.bucket(BUCKET).key(key));
                    InputStream unpacked = new GZIPInputStream(object)) {
                lines.addAll(new String(unpacked.readAllBytes(), UTF_8).lines().toList());
            }
        }
        return lines;
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
