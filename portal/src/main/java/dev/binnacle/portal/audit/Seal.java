package dev.binnacle.portal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** An HMAC with SHA-256 over an entry and the seal of the entry before it, in hexadecimal. */
public record Seal(String hexadecimal) {

    static final String ALGORITHM = "HmacSHA256";
    /** What the first entry has before it. */
    static final Seal NONE = of(new byte[32]);

    static Seal of(byte[] bytes) {
        return new Seal(HexFormat.of().formatHex(bytes));
    }

    /** Each value goes in with its length, so that no two lists of values are sealed alike. */
    static Seal over(SecretKey key, Seal previous, List<String> values) {
        Mac code = code(key);
        code.update(previous.bytes());
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            code.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            code.update(bytes);
        }
        return of(code.doFinal());
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hexadecimal);
    }

    /** @return the first sixteen digits in groups of four, for reading */
    public String beginning() {
        return hexadecimal.substring(0, 16).replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static Mac code(SecretKey key) {
        try {
            Mac code = Mac.getInstance(ALGORITHM);
            code.init(key);
            return code;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
