package dev.binnacle.portal.access;

import dev.binnacle.portal.problem.Unavailable;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id, a few at a time: each takes 16 MB, and strangers can ask for them. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int AT_ONCE = 4;
    private static final String SYMBOLS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final SecureRandom random = new SecureRandom();
    private final String nobody = encoder.encode(generate());

    String hash(String password) {
        return bounded(() -> encoder.encode(password));
    }

    /** Takes the same time whether or not there is a hash, so that names cannot be guessed by it. */
    boolean matches(String password, Optional<String> hash) {
        return bounded(() -> encoder.matches(password, hash.orElse(nobody))) && hash.isPresent();
    }

    /** @return 20 random characters in groups, 100 bits, easy to type */
    String generate() {
        var password = new StringBuilder();
        for (int at = 0; at < 20; at++) {
            password.append(at > 0 && at % 5 == 0 ? "-" : "").append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return password.toString();
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!places.tryAcquire(5, TimeUnit.SECONDS)) {
                throw new Unavailable("Sign-in", "Too many people sign in at once. Try again in a minute.", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Sign-in", "The portal is stopping.", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
