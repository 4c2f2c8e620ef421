package dev.binnacle.portal.environment;

import org.jspecify.annotations.Nullable;

/**
 * What a form says of the credential of a system that is asked over HTTP.
 *
 * @param kind {@code keep}, {@code none}, {@code bearer}, {@code basic} or {@code client-certificate}
 * @param certificate the chain and the private key of a client certificate, as PEM
 * @param authority who the server's certificate is of, as PEM; empty for those that Java trusts
 */
record HttpAccess(String kind, String token, String user, String password, String certificate, String authority) {

    static final HttpAccess NONE = new HttpAccess(EnvironmentForm.NONE, null, null, null, null, null);
    static final HttpAccess KEEP = new HttpAccess(EnvironmentForm.KEEP, null, null, null, null, null);

    HttpAccess(
            @Nullable String kind,
            @Nullable String token,
            @Nullable String user,
            @Nullable String password,
            @Nullable String certificate,
            @Nullable String authority) {
        this.kind = kind == null ? "" : kind.strip();
        this.token = token == null ? "" : token.strip();
        this.user = user == null ? "" : user.strip();
        this.password = password == null ? "" : password;
        this.certificate = certificate == null ? "" : certificate.strip();
        this.authority = authority == null ? "" : authority.strip();
    }

    static HttpAccess of(boolean stored) {
        return stored ? KEEP : NONE;
    }

    /** Tells nothing of what was typed: forms end up in logs. */
    @Override
    public String toString() {
        return "HttpAccess[" + kind + "]";
    }
}
