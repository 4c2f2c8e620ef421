package dev.binnacle.portal.environment;

import dev.binnacle.portal.environment.Environment.Link;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code environments}. */
final class StoredEnvironment {

    private StoredEnvironment() {}

    static Environment read(ResultSet row) throws SQLException {
        return new Environment(
                new EnvironmentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("owner"),
                row.getString("description"),
                new TreeSet<>(list(row.getArray("namespaces"))),
                URI.create(row.getString("cluster_url")),
                url(row.getString("prometheus_url")),
                list(row.getArray("alertmanager_urls")).stream()
                        .map(URI::create)
                        .toList(),
                url(row.getString("elasticsearch_url")),
                row.getString("log_index"),
                url(row.getString("archive_url")),
                list(row.getArray("links")).stream().map(Link::parse).toList(),
                row.getBoolean("sandbox"),
                row.getLong("version"));
    }

    private static @Nullable URI url(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
