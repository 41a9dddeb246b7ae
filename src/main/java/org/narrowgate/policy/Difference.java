package org.narrowgate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything in which one document differs from another, in words: what each agency effectively gets for each purpose
 * it holds, and what stands differently in the document without changing that for anybody. Empty only where the
 * documents are equal.
 */
public record Difference(List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /** Both documents must be without faults. */
    public static Difference between(PolicyDocument before, PolicyDocument after) {
        var held = new HoldingsDifference(before, after);
        var changes = new ArrayList<Change>();
        if (!before.title().equals(after.title())) {
            changes.add(
                    ofDocument("the document's title is now `" + after.title() + "`, before `" + before.title() + "`"));
        }
        changes.addAll(new AgenciesDifference(before, after).changes());
        changes.addAll(new AgreementsDifference(before, after).changes());
        changes.addAll(held.changes());
        changes.addAll(new PurposesDifference(before, after, held).changes());
        return new Difference(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public List<Change> widening() {
        return going(Direction.WIDENS).toList();
    }

    public List<Change> narrowing() {
        return going(Direction.NARROWS).toList();
    }

    private Stream<Change> going(Direction direction) {
        return changes.stream().filter(change -> change.direction() == direction);
    }

    private static Change ofDocument(String words) {
        return new Change(Direction.NEITHER, Optional.empty(), Optional.empty(), words);
    }
}
