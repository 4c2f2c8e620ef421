package dev.binnacle.portal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 over an entry and the seal of the entry before it, in hexadecimal. */
public record Seal(String hexadecimal) {

    static Seal of(byte[] bytes) {
        return new Seal(HexFormat.of().formatHex(bytes));
    }

    /** Each value goes in with its length, so that no two lists of values are sealed alike. */
    static Seal over(Seal previous, List<String> values) {
        MessageDigest digest = digest();
        digest.update(previous.bytes());
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return of(digest.digest());
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hexadecimal);
    }

    /** @return the first sixteen digits in groups of four, for reading */
    public String beginning() {
        return hexadecimal.substring(0, 16).replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
