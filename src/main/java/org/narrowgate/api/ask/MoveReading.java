package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.RefusedOperationException;
import org.narrowgate.casework.TracingRequestId;

/** Reads what is said when something is done with a tracing request. */
public final class MoveReading {
    private MoveReading() {}

    /** Which request; one that cannot be the id of any is as unknown as one that is nobody's. */
    public static Optional<TracingRequestId> id(String sent) {
        // The JDK's own reading accepts short forms such as 1-1-1-1-1.
        if (sent.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TracingRequestId(UUID.fromString(sent)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** @throws RefusedOperationException REQUEST_UNKNOWN */
    public static TracingRequestId knownId(String sent) {
        return id(sent).orElseThrow(() -> new RefusedOperationException(ErrorCode.REQUEST_UNKNOWN));
    }

    /** @throws RefusedOperationException where it is too short, too long, or holds control characters */
    public static String reason(String sent) {
        return text(sent, "reason", TextRule.REASON);
    }

    /** @throws RefusedOperationException where it is empty, too long, or holds control characters */
    public static String information(String sent) {
        return text(sent, "information", TextRule.STATED);
    }

    private static String text(String sent, String field, TextRule rule) {
        var faults = new Faults();
        var read = faults.text(sent, field, rule);
        faults.refuseIfAny();
        return read.orElseThrow();
    }

    /** What an agency states of the destruction of what it was given. */
    public record Destruction(LocalDate destroyedOn, String method) {
        /** @throws RefusedOperationException with every rule that is broken */
        public static Destruction read(String destroyedOn, String method, LocalDate today) {
            var faults = new Faults();
            var date = Dates.date(destroyedOn)
                    .filter(destroyed -> !destroyed.isAfter(today))
                    .or(() ->
                            faults.missing(INPUT_INVALID, "destroyedOn", "a date as `2018-05-09`, not in the future"));
            var means = faults.text(method, "method", TextRule.STATED);
            faults.refuseIfAny();
            return new Destruction(date.orElseThrow(), means.orElseThrow());
        }
    }
}
