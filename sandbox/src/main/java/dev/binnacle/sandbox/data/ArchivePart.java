package dev.binnacle.sandbox.data;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.HttpReadiness;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A storage with the S3 API and one bucket, for rotated log files; it takes every credential. Its files end with it. */
public final class ArchivePart implements Part {
    /** The part's name. */
    public static final String NAME = "archive";

    private @Nullable Child server;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        close();
        Path jar = RepositoryFolder.find(Path.of("sandbox", "target", "lib", "s3mock.jar"))
                .orElseThrow(() -> new PartFailure("The storage's jar is missing; run mvn package once."));
        URI url = URI.create("http://127.0.0.1:" + context.port(NAME));
        Child started = context.run(Command.of(
                NAME,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + context.directory(NAME),
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=" + url.getPort())));
        server = started;
        HttpReadiness.await("The archive", url, started);
        ArchivedObjects.makeBucket(url.resolve("/logs"));
        context.addresses().publish(Addresses.ARCHIVE, url + "/logs/echo");
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
