package dev.binnacle.admission;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private keys in the three forms in which Helm, cert-manager and OpenSSL write them: PKCS #8 as it is, PKCS #1
 * (RSA) and SEC 1 (elliptic curves) wrapped into PKCS #8, which is all that the JDK reads.
 */
final class PrivateKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA |EC |)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
    private static final byte[] VERSION = bytes("020100");
    private static final byte[] RSA = bytes("300d06092a864886f70d0101010500");
    private static final byte[] CURVE_KEY = bytes("06072a8648ce3d0201");
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int PARAMETERS = 0xa0;

    private PrivateKeys() {}

    /** @throws GeneralSecurityException where the text holds no such key */
    static PrivateKey read(String text) throws GeneralSecurityException {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new GeneralSecurityException("tls.key holds no private key");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            return switch (pem.group(1)) {
                case "RSA " -> key("RSA", wrap(RSA, der));
                case "EC " -> key("EC", wrap(element(SEQUENCE, CURVE_KEY, curve(der)), der));
                default -> eitherKey(der);
            };
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("tls.key holds no private key that can be read", e);
        }
    }

    private static PrivateKey eitherKey(byte[] pkcs8) throws GeneralSecurityException {
        try {
            return key("RSA", pkcs8);
        } catch (GeneralSecurityException noRsa) {
            return key("EC", pkcs8);
        }
    }

    private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, VERSION, algorithm, element(OCTETS, key));
    }

    /** The name of the curve, which follows the version and the secret in SEC 1. */
    private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(sec1);
        in.get();
        length(in);
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            byte[] content = new byte[length(in)];
            in.get(content);
            if (tag == PARAMETERS) {
                return content;
            }
        }
        throw new GeneralSecurityException("tls.key does not name its curve");
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xff;
        int length = first;
        if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = (length << 8) | (in.get() & 0xff);
            }
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        int length = content.size();
        String head = length < 0x80 ? "%02x%02x" : length < 0x100 ? "%02x81%02x" : "%02x82%04x";
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.writeBytes(bytes(head.formatted(tag, length)));
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
