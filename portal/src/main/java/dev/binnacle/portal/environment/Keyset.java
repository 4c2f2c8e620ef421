package dev.binnacle.portal.environment;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key under which credentials are stored: a Tink keyset in JSON, from {@code BINNACLE_KEYSET} itself or from the
 * file that {@code BINNACLE_KEYSET_FILE} names, which is made, readable by its owner alone, where it is not there yet.
 * The primary key encrypts, every key of the set decrypts: to rotate, add a key, make it primary, save credentials again.
 */
@Configuration(proxyBeanMethods = false)
class Keyset {

    @Bean
    Aead credentialEncryption(@Value("${binnacle.keyset:}") String json, @Value("${binnacle.keyset-file:}") String file)
            throws GeneralSecurityException, IOException {
        AeadConfig.register();
        return parsed(json.isBlank() ? fromFile(file) : json).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle parsed(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static String fromFile(String file) throws GeneralSecurityException, IOException {
        if (file.isBlank()) {
            throw new IllegalStateException(
                    "Credentials are stored encrypted, and there is no key: set"
                            + " BINNACLE_KEYSET_FILE to a file that the portal may write, or BINNACLE_KEYSET to a Tink keyset.");
        }
        Path path = Path.of(file);
        if (Files.notExists(path)) {
            create(path);
        }
        return Files.readString(path);
    }

    private static void create(Path path) throws GeneralSecurityException, IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = Files.createTempFile(
                folder,
                "keyset",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()),
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, path);
    }
}
