package dev.binnacle.admission;

/**
 * The request of an AdmissionReview.
 *
 * @param kind the group and the kind of the object, {@code apps/Deployment} or {@code /Pod} say
 * @param object the object as it would become; nothing where it is deleted
 * @param old the object as it is; nothing where it is created
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#request">
 *     Request</a>
 */
record Review(
        String uid,
        String operation,
        String kind,
        String namespace,
        String name,
        String user,
        boolean dryRun,
        boolean subresource,
        Node object,
        Node old) {
    static final String API_VERSION = "admission.k8s.io/v1";
    static final String KIND = "AdmissionReview";
    private static final int MAX_UID = 256;

    /** @throws BadRequest where the document is no AdmissionReview of the one version that is spoken here */
    static Review of(Node document) {
        if (!document.at("apiVersion").text().equals(API_VERSION)
                || !document.at("kind").text().equals(KIND)) {
            throw new BadRequest(400, "Only an %s of %s is reviewed".formatted(KIND, API_VERSION));
        }
        Node request = document.at("request");
        String uid = request.at("uid").text();
        if (uid.isEmpty() || uid.length() > MAX_UID) {
            throw new BadRequest(400, "The %s has no request with a uid".formatted(KIND));
        }
        Review review = new Review(
                uid,
                request.at("operation").text(),
                request.at("kind", "group").text() + "/"
                        + request.at("kind", "kind").text(),
                request.at("namespace").text(),
                request.at("name").text(),
                request.at("userInfo", "username").text(),
                request.at("dryRun").text().equals("true"),
                !request.at("subResource").text().isEmpty(),
                request.at("object"),
                request.at("oldObject"));
        if (review.changes() && !review.object().isObject()) {
            throw new BadRequest(400, "The request has no object");
        }
        return review;
    }

    /** Whether there is an object to judge. */
    boolean changes() {
        return operation.equals("CREATE") || operation.equals("UPDATE");
    }
}
