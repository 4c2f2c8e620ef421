package dev.binnacle.portal.delivery.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.TestIndex;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTests {
    private static final Environment SHOP = TestIndex.environmentOf("europe", "logs", "shop");
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final String WHOLE = """
            {"id":"build-12","kind":"Deployment","namespace":"shop","name":"echo","says":"Deployed echo:1","manager":"Jenkins",
            "link":"https://ci.example/12","outcome":"SUCCEEDED","later":"ignored"}
            """;

    @Test
    void aWholeReportIsRead() throws Exception {
        assertThat(read(WHOLE))
                .isEqualTo(new ObservedChange(
                        "build-12",
                        new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", "echo"),
                        "Jenkins",
                        "Deployed echo:1",
                        ObservedChange.Outcome.SUCCEEDED,
                        URI.create("https://ci.example/12"),
                        "token/ci",
                        NOW));
    }

    @Test
    void aLinkMayBeMissing() throws Exception {
        assertThat(read(WHOLE.replace("\"link\"", "\"no-link\"")).link()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "build-12"              | ""                        | id
                    "build-12"              | 12                        | id
                    "Deployment"            | "Pod"                     | kind
                    "namespace":"shop"      | "namespace":"bank"        | namespace
                    "name":"echo"           | "name":"../echo"          | name
                    "name":"echo"           | "name":null               | name
                    "Deployed echo:1"       | "a\\u0007b"             | says
                    "Jenkins"               | []                        | manager
                    https://ci.example/12   | javascript:alert(1)       | link
                    https://ci.example/12   | https://ci example/       | link
                    https://ci.example/12   | file:///etc/passwd        | link
                    "SUCCEEDED"             | "GOOD"                    | outcome
                    """)
    void aFieldThatCannotBeTakenIsNamed(String part, String faulty, String field) {
        assertThatExceptionOfType(FaultyReport.class)
                .isThrownBy(() -> read(WHOLE.replace(part, faulty)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .withMessageStartingWith(field + " ");
    }

    @Test
    void wordsWithoutEndAreRefused() {
        assertThatExceptionOfType(FaultyReport.class)
                .isThrownBy(() -> read(WHOLE.replace("Deployed", "Deployed ".repeat(60))))
                .withMessageContaining("more than 500 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "id=12", "{\"id\":\"1\"}}"})
    void whatIsNotOneObjectIsRefused(String body) {
        assertThatExceptionOfType(FaultyReport.class).isThrownBy(() -> read(body));
    }

    private static ObservedChange read(String body) throws FaultyReport {
        return Report.read(body.getBytes(StandardCharsets.UTF_8), SHOP, "token/ci", NOW);
    }
}
