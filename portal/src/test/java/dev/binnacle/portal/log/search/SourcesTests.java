package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SourcesTests {

    @Test
    void aDottedNameIsOneKeyOrAPath() {
        assertThat(Sources.text(json("{\"http.status\": 500}"), "http.status")).isEqualTo("500");
        assertThat(Sources.text(json("{\"http\": {\"status\": 500}}"), "http.status"))
                .isEqualTo("500");
        assertThat(Sources.text(json("{\"http\": {\"status.code\": 500}}"), "http.status.code"))
                .isEqualTo("500");
        assertThat(Sources.text(json("{\"http\": {\"path\": \"/\"}, \"http.status\": 500}"), "http.status"))
                .isEqualTo("500");
        assertThat(Sources.text(json("{\"http\": 1}"), "http.status")).isEmpty();
    }

    @Test
    void aLineDoesNotSayByADottedNameWhichNamespaceItIsOf() {
        JsonNode forged = json("""
                {"kubernetes.namespace_name": "bank", "kubernetes": {"namespace_name": "shop"}}""");

        assertThat(Sources.text(forged, Fields.NAMESPACE)).isEqualTo("shop");
    }

    @Test
    void whatIsMissingIsNoValue() {
        assertThat(Sources.value(json("{\"a\": {\"b\": [1]}}"), "a.c").isMissingNode())
                .isTrue();
        assertThat(Sources.value(json("{\"a\": {\"b\": [1]}}"), "a.b").isArray())
                .isTrue();
        assertThat(Sources.text(json("{\"a\": null}"), "a.b")).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
