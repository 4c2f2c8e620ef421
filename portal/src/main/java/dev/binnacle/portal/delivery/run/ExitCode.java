package dev.binnacle.portal.delivery.run;

/** An exit code in words. */
final class ExitCode {
    private ExitCode() {}

    /** @param reason as the kubelet says it: "OOMKilled", "Error" */
    static String words(int exitCode, String reason) {
        if (reason.equals("OOMKilled")) {
            return "killed for using more memory than its limit (exit code " + exitCode + ")";
        }
        return switch (exitCode) {
            case 0 -> "with exit code 0, as if it had finished";
            case 126 -> "with exit code 126: its command cannot be executed";
            case 127 -> "with exit code 127: its command was not found";
            case 137 -> "killed by signal 9 (exit code 137)";
            case 139 -> "with exit code 139: a segmentation fault";
            case 143 -> "asked to stop by signal 15 (exit code 143)";
            default -> "with exit code " + exitCode;
        };
    }
}
