package dev.binnacle.portal.delivery.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How an operation ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Outcome {
    /** @return one sentence for a reader */
    String says();

    /** @return the word in addresses, filters and the table */
    default String token() {
        return switch (this) {
            case Succeeded _ -> "succeeded";
            case Failed _ -> "failed";
            case Undone _ -> "undone";
        };
    }

    record Succeeded(String says) implements Outcome {}

    /**
     * @param because what is known of why, and what the cluster does meanwhile
     * @param lines what a machine wrote about it: the last log lines, a message of the registry
     */
    record Failed(Cause cause, String says, String because, List<String> lines) implements Outcome {
        public Failed {
            lines = List.copyOf(lines);
        }
    }

    /** Taken back within the first seconds, before anything was changed. */
    record Undone(String by) implements Outcome {
        @Override
        public String says() {
            return "Undone by " + by + " before anything was changed.";
        }
    }

    /** Why an operation failed. */
    enum Cause {
        DEADLINE_EXCEEDED,
        CRASH,
        IMAGE_PULL,
        NO_ROOM,
        REFUSED,
        SUPERSEDED,
        DELETED,
        UNREACHABLE
    }
}
