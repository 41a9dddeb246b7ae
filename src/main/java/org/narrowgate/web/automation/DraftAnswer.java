package org.narrowgate.web.automation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.policy.Change;

/**
 * A draft as a program reads it.
 *
 * @param difference from the version it begins from
 */
// An entity of a response and no return type, so it has to be named for a native executable.
@RegisterForReflection(targets = {DraftAnswer.class, DraftLine.class, DraftLine.Submitted.class, ChangeAnswer.class})
record DraftAnswer(@JsonUnwrapped DraftLine line, List<ChangeAnswer> difference) {
    DraftAnswer {
        difference = List.copyOf(difference);
    }

    static DraftAnswer of(Draft draft, List<Change> difference) {
        return new DraftAnswer(DraftLine.of(draft.head()), ChangeAnswer.of(difference));
    }
}
