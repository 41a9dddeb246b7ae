package org.narrowgate.governance.consultation.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.policy.PurposeId;

/** A difference as the table holds it. */
public record ChangesJson(List<Line> lines) {
    public ChangesJson {
        lines = List.copyOf(lines);
    }

    /** One change. */
    public record Line(
            String direction,
            @Nullable String agency,
            @Nullable String purpose,
            String words) {}

    static ChangesJson of(List<Change> changes) {
        return new ChangesJson(changes.stream()
                .map(change -> new Line(
                        change.direction().name(),
                        change.agency().map(AgencyId::value).orElse(null),
                        change.purpose().map(PurposeId::value).orElse(null),
                        change.words()))
                .toList());
    }

    List<Change> changes() {
        return lines.stream()
                .map(line -> new Change(
                        Direction.valueOf(line.direction()),
                        Optional.ofNullable(line.agency()).map(AgencyId::new),
                        Optional.ofNullable(line.purpose()).map(PurposeId::new),
                        line.words()))
                .toList();
    }
}
