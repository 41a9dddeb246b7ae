package org.narrowgate.api.error;

import java.util.List;
import java.util.Optional;

/** The door turns an operation away. Its message is made of rules only, never of values. */
public final class RefusedOperationException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ErrorCode code;
    private final transient List<Fault> faults;

    public RefusedOperationException(ErrorCode code) {
        super(code.meaning());
        this.code = code;
        this.faults = List.of();
    }

    /** @param faults at least one; the first gives the code */
    public RefusedOperationException(List<Fault> faults) {
        super(faults.getFirst().message());
        this.code = faults.getFirst().code();
        this.faults = List.copyOf(faults);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    String sentence() {
        return faults.stream().findFirst().map(Fault::message).orElse(code.meaning());
    }

    Optional<String> field() {
        return faults.stream().findFirst().map(Fault::field);
    }
}
