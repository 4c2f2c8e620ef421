package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Container.Terminated;
import java.util.Map;

/**
 * Explains how a container ended.
 *
 * @see <a href="https://tldp.org/LDP/abs/html/exitcodes.html">Exit codes with special meanings</a>
 */
final class ExitCodes {

    private static final Map<Integer, String> KNOWN = Map.of(
            0, "it finished without an error, though it should keep running",
            1, "the program gave up with an error",
            126, "its command cannot be executed",
            127, "its command was not found",
            134, "the program aborted itself, SIGABRT",
            137, "killed, SIGKILL",
            139, "the program touched memory that is not its own, SIGSEGV",
            143, "it was asked to end, SIGTERM");

    private ExitCodes() {}

    /** @return as in "exit code 137, it took more memory than its limit and was killed" */
    static String words(Terminated ended) {
        String code = "exit code " + ended.exitCode();
        if (ended.reason().equals("OOMKilled")) {
            return code + ", it took more memory than its limit and was killed (OOMKilled)";
        }
        if (ended.reason().equals("DeadlineExceeded")) {
            return code + ", its deadline passed";
        }
        String known = KNOWN.get(ended.exitCode());
        if (known != null) {
            return code + ", " + known;
        }
        boolean signal = ended.exitCode() > 128 && ended.exitCode() < 193;
        return signal ? code + ", ended by signal " + (ended.exitCode() - 128) : code;
    }
}
