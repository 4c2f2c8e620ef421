package dev.binnacle.admission;

/** AdmissionReviews for tests, as text. */
final class Reviewed {
    private Reviewed() {}

    static String create(String group, String kind, String object) {
        return review("CREATE", group, kind, object, "null");
    }

    static String review(String operation, String group, String kind, String object, String old) {
        return """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
                  "uid": "u-1", "operation": "%s", "kind": {"group": "%s", "version": "v1", "kind": "%s"},
                  "namespace": "shop", "name": "basket", "userInfo": {"username": "jane", "groups": ["a"]},
                  "dryRun": false, "object": %s, "oldObject": %s, "options": {"a": [1, {"b": null}]}}}
                """.formatted(operation, group, kind, object, old);
    }

    /** A Deployment with these containers, as JSON objects separated by commas. */
    static String deployment(String containers) {
        return """
                {"metadata": {"name": "basket"}, "spec": {"template": {"spec": {"containers": [%s]}}}}
                """.formatted(containers);
    }

    static String container(String name, String resources) {
        return "{\"name\": \"%s\", \"image\": \"a\", \"resources\": %s}".formatted(name, resources);
    }
}
