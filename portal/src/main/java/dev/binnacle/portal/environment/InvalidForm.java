package dev.binnacle.portal.environment;

import java.util.List;

/** A form cannot be accepted as it is; nothing was saved and nothing was called. */
final class InvalidForm extends RuntimeException {

    private final transient List<Fault> faults;

    InvalidForm(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
