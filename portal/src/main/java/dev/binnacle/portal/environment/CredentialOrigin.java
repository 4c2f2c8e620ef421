package dev.binnacle.portal.environment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** When a credential was set, and by whom. */
record CredentialOrigin(String account, Instant at) {

    static CredentialOrigin of(ResultSet row) throws SQLException {
        return new CredentialOrigin(
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
