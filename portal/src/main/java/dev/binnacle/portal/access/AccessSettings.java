package dev.binnacle.portal.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param sandbox anything but empty or "false" where the portal runs on the embedded platform
 * @param adminPassword the first administrator's; empty has one made and printed once
 * @param longestSession after which an account signs in again, however busy it was
 */
@ConfigurationProperties("binnacle.access")
record AccessSettings(String sandbox, String adminPassword, Duration longestSession) {

    boolean onSandbox() {
        return !sandbox.isBlank() && !sandbox.equals("false");
    }

    @Override
    public String toString() {
        return "AccessSettings[sandbox=" + onSandbox() + ", longestSession=" + longestSession + "]";
    }
}
