package dev.binnacle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.Sandbox;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class SchemaMigrationTests {

    @Test
    void anEmptyDatabaseGetsTheSchemaAndASecondRunChangesNothing() throws Exception {
        var database = Sandbox.shared().postgresql().freshDatabase();
        String[] arguments = {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password()
        };

        SchemaMigration.main(arguments);
        SchemaMigration.main(arguments);

        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery("select count(*) from operations")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAnError() {
        assertThatThrownBy(() -> SchemaMigration.main(
                        new String[] {"--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none"}))
                .isInstanceOf(RuntimeException.class);
    }
}
