package org.narrowgate.governance.draft;

import static java.util.stream.Collectors.joining;

import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.Policy;

/** What one policy changed of another, in a line. */
final class Words {
    private Words() {}

    static String between(Policy before, Policy after) {
        var difference = Difference.between(before.document(), after.document());
        return difference.isEmpty()
                ? "nothing changed"
                : difference.changes().stream().map(Change::words).collect(joining("; "));
    }
}
