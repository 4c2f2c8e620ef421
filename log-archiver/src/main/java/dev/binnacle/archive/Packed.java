package dev.binnacle.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file's lines in gzip, whose header holds no time: the same lines make the same bytes.
 *
 * @param checksum the SHA-256 of the packed bytes, in base 64
 * @param contentHash the SHA-256 of the lines, in hexadecimal digits
 */
record Packed(Path path, long length, String checksum, String contentHash) {
    private static final int BUFFER = 64 * 1024;

    /** Replaces the target, of which a killed process may have left a part. */
    static Packed of(Path source, Path target) throws IOException {
        MessageDigest content = sha256();
        MessageDigest packed = sha256();
        try (InputStream input = Files.newInputStream(source);
                OutputStream file = new DigestOutputStream(Files.newOutputStream(target), packed);
                OutputStream gzip = new DigestOutputStream(new GZIPOutputStream(file, BUFFER), content)) {
            byte[] buffer = new byte[BUFFER];
            int read = input.read(buffer);
            while (read >= 0) {
                gzip.write(buffer, 0, read);
                read = input.read(buffer);
            }
        }
        return new Packed(
                target,
                Files.size(target),
                Base64.getEncoder().encodeToString(packed.digest()),
                HexFormat.of().formatHex(content.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
