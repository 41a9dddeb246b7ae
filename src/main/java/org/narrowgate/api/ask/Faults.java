package org.narrowgate.api.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.Fault;
import org.narrowgate.api.error.RefusedOperationException;

/** The rules of form that one input breaks, collected so that its sender hears of all of them at once. */
final class Faults {
    private final List<Fault> found = new ArrayList<>();

    void add(ErrorCode code, String field, String rule) {
        found.add(new Fault(code, field, rule));
    }

    /** Notes the fault and stands for the value that cannot be had. */
    <T> Optional<T> missing(ErrorCode code, String field, String rule) {
        add(code, field, rule);
        return Optional.empty();
    }

    /** Text of so many characters once blanks at its ends are taken away; absent where it is not. */
    Optional<String> text(@Nullable String sent, String field, TextRule rule) {
        return rule.read(sent)
                .or(() -> missing(
                        sent == null ? ErrorCode.INPUT_MISSING : ErrorCode.INPUT_INVALID, field, rule.sentence()));
    }

    /** As {@link #text}, where nothing need be sent. */
    Optional<String> optionalText(@Nullable String sent, String field, TextRule rule) {
        return sent == null ? Optional.empty() : text(sent, field, rule);
    }

    /** @throws RefusedOperationException when a rule was broken */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new RefusedOperationException(found);
        }
    }
}
