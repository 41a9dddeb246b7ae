package org.narrowgate.web.console.policy;

import java.util.List;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.web.console.cases.CaseWords;

/** What a policy changes, in sentences: what widens apart from what narrows. */
public record DifferenceModel(List<String> widening, List<String> narrowing, List<String> neither) {
    public DifferenceModel {
        widening = List.copyOf(widening);
        narrowing = List.copyOf(narrowing);
        neither = List.copyOf(neither);
    }

    public static DifferenceModel of(List<Change> changes) {
        return new DifferenceModel(
                going(changes, Direction.WIDENS), going(changes, Direction.NARROWS), going(changes, Direction.NEITHER));
    }

    public boolean isEmpty() {
        return widening.isEmpty() && narrowing.isEmpty() && neither.isEmpty();
    }

    private static List<String> going(List<Change> changes, Direction direction) {
        return changes.stream()
                .filter(change -> change.direction() == direction)
                .map(change -> CaseWords.sentence(change.words()) + ".")
                .toList();
    }
}
