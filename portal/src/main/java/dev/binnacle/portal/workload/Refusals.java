package dev.binnacle.portal.workload;

/** Says in plain words why the API server creates no pod. */
final class Refusals {

    private static final int LIMIT = 500;

    private Refusals() {}

    static String words(String message) {
        String said = message.length() > LIMIT ? message.substring(0, LIMIT) + " …" : message;
        if (message.contains("exceeded quota")) {
            return "The namespace's quota refuses new pods: " + said + ".";
        }
        if (message.contains("admission webhook")) {
            return "An admission webhook refuses new pods: " + said + ".";
        }
        return "The API server refuses new pods: " + said + ".";
    }
}
