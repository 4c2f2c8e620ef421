package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks an API server what the credential may do.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access">Checking API
 *     access</a>
 */
final class AccessReview {

    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private AccessReview() {}

    /**
     * @param namespace empty for every namespace, and for what belongs to none
     * @throws IOException where the API server does not answer
     */
    static boolean allows(ApiServer api, NeededPermission permission, String namespace)
            throws IOException, InterruptedException {
        for (String verb : permission.verbs()) {
            boolean allowed = api.review(
                    PATH,
                    body(permission, verb, namespace),
                    Duration.ofSeconds(8),
                    answer -> ListReader.object(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                            .at("status")
                            .flag("allowed"));
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static String body(NeededPermission permission, String verb, String namespace) {
        String[] parts = permission.resource().split("/", 2);
        ObjectNode review = MAPPER.createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1");
        review.put("kind", "SelfSubjectAccessReview");
        ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes");
        attributes.put("verb", verb);
        attributes.put("group", permission.group());
        attributes.put("resource", parts[0]);
        attributes.put("subresource", parts.length > 1 ? parts[1] : "");
        attributes.put("namespace", namespace);
        return MAPPER.writeValueAsString(review);
    }
}
