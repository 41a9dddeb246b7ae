package org.narrowgate.web.automation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.policy.Change;

/**
 * A draft as a program reads it.
 *
 * @param difference from the version it begins from
 */
record DraftAnswer(@JsonUnwrapped DraftLine line, List<ChangeAnswer> difference) {
    DraftAnswer {
        difference = List.copyOf(difference);
    }

    static DraftAnswer of(Draft draft, List<Change> difference) {
        return new DraftAnswer(DraftLine.of(draft.head()), ChangeAnswer.of(difference));
    }
}
