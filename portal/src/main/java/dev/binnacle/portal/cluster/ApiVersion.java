package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads which version an API server says it is. */
final class ApiVersion {

    private ApiVersion() {}

    /** @return as in "1.37.2" */
    static String read(InputStream body) throws IOException {
        String version = ListReader.object(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                .text("gitVersion");
        if (version.isEmpty()) {
            throw new IOException("Not the version of an API server");
        }
        return version.startsWith("v") ? version.substring(1) : version;
    }
}
