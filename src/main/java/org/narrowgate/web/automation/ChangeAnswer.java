package org.narrowgate.web.automation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.policy.PurposeId;

/** One change of a policy, as a program reads it. */
@JsonInclude(NON_NULL)
record ChangeAnswer(
        Direction direction,
        @Nullable String agency,
        @Nullable String purpose,
        String words) {
    static List<ChangeAnswer> of(List<Change> changes) {
        return changes.stream().map(ChangeAnswer::of).toList();
    }

    private static ChangeAnswer of(Change change) {
        return new ChangeAnswer(
                change.direction(),
                change.agency().map(AgencyId::value).orElse(null),
                change.purpose().map(PurposeId::value).orElse(null),
                change.words());
    }
}
