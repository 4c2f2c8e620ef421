package dev.binnacle.admission;

import java.util.List;
import java.util.Optional;

/** What becomes of an object. */
sealed interface Verdict {
    /** The object is fine, or none that is judged. */
    record Allowed() implements Verdict {}

    /** The object is let in although requests are missing. */
    record Warned(String message) implements Verdict {}

    /** The object is kept out. */
    record Refused(String message) implements Verdict {}

    /**
     * Judges the object. An update that lacks nothing that was there before is let in with a warning: what runs already
     * can still be scaled, annotated and cleaned up.
     */
    static Verdict of(Review review, boolean warnOnly) {
        if (!review.changes() || review.subresource()) {
            return new Allowed();
        }
        Optional<Shortage> shortage = Shortage.of(review.kind(), review.object());
        if (shortage.isEmpty() || shortage.get().none()) {
            return new Allowed();
        }
        boolean asBefore = review.operation().equals("UPDATE")
                && Shortage.of(review.kind(), review.old())
                        .map(shortage.get()::within)
                        .orElse(false);
        String message = shortage.get().message();
        return warnOnly || asBefore ? new Warned(message) : new Refused(message);
    }

    /**
     * The containers without a request.
     *
     * @param cpu those without one for CPU
     * @param memory those without one for memory
     */
    record Shortage(List<String> cpu, List<String> memory) {
        /** API server and clients cut long messages; this one stays whole. */
        private static final int MAX_CHARACTERS = 4_000;

        private static Optional<Shortage> of(String kind, Node object) {
            return Containers.of(kind, object)
                    .map(containers -> new Shortage(containers.without("cpu"), containers.without("memory")));
        }

        private boolean none() {
            return cpu.isEmpty() && memory.isEmpty();
        }

        private boolean within(Shortage other) {
            return other.cpu.containsAll(cpu) && other.memory.containsAll(memory);
        }

        private String message() {
            String message = "every container must request CPU and memory"
                    + part("; without a CPU request: ", cpu)
                    + part("; without a memory request: ", memory);
            return message.length() > MAX_CHARACTERS ? message.substring(0, MAX_CHARACTERS) + "…" : message;
        }

        private static String part(String beginning, List<String> names) {
            return names.isEmpty() ? "" : beginning + String.join(", ", names);
        }
    }
}
