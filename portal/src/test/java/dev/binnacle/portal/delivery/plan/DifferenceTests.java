package dev.binnacle.portal.delivery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.delivery.operation.DiffLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class DifferenceTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void onlyWhatChangesIsShown() {
        assertThat(between(
                        "{'kind':'Deployment','metadata':{'name':'echo'},'spec':{'replicas':2,'paused':false}}",
                        "{'kind':'Deployment','metadata':{'name':'echo'},'spec':{'replicas':3,'paused':false}}"))
                .containsExactly("PLACE deployment/echo  spec", "REMOVED replicas: 2", "ADDED replicas: 3");
    }

    @Test
    void whatTheClusterKeepsIsLeftOut() {
        assertThat(
                        between(
                                "{'metadata':{'generation':1,'resourceVersion':'7','managedFields':[{'manager':'a'}]},'status':{'x':1}}",
                                "{'metadata':{'generation':2,'resourceVersion':'8','managedFields':[{'manager':'b'}]},'status':{'x':2}}"))
                .isEmpty();
    }

    @Test
    void containersAreComparedByName() {
        assertThat(between(
                        "{'spec':{'containers':[{'name':'a','image':'one'},{'name':'b','image':'two'}]}}",
                        "{'spec':{'containers':[{'name':'b','image':'two'},{'name':'a','image':'three'}]}}"))
                .containsExactly("PLACE /  spec.containers[a]", "REMOVED image: one", "ADDED image: three");
    }

    @Test
    void valuesOfEnvironmentVariablesAreHidden() {
        assertThat(
                        between(
                                "{'spec':{'containers':[{'name':'a','env':[{'name':'TOKEN','value':'canary-one'}]}]}}",
                                "{'spec':{'containers':[{'name':'a','env':[{'name':'TOKEN','value':'canary-two'},{'name':'NEW','value':'canary-three'}]}]}}"))
                .contains("REMOVED value: (hidden)", "ADDED value: (hidden)")
                .noneMatch(line -> line.contains("canary"));
    }

    @Test
    void whatASecretHoldsIsHidden() {
        List<String> lines = Difference.between(
                        MissingNode.getInstance(),
                        json(
                                "{'kind':'Secret','metadata':{'name':'key'},'stringData':{'password':'canary'},'data':{'a':'canary'}}"))
                .stream()
                .map(DiffLine::text)
                .toList();

        assertThat(lines).contains("password: (hidden)").noneMatch(line -> line.contains("canary"));
    }

    private static List<String> between(String before, String after) {
        return Difference.between(json(before), json(after)).stream()
                .map(line -> line.sort() + " " + line.text())
                .toList();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
