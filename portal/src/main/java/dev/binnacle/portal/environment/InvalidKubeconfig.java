package dev.binnacle.portal.environment;

/** A text is not a kubeconfig that can be used. */
final class InvalidKubeconfig extends RuntimeException {

    /** @param reason a sentence without its first words, which never quotes the text: "it names no current-context" */
    InvalidKubeconfig(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
