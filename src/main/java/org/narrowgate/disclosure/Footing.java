package org.narrowgate.disclosure;

import java.util.Set;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.subject.NhsNumber;

/**
 * What a finding rests on, as it was when the registry was read: the person's record, what was merged into it, and that
 * nobody asked to be left alone. Looked at again where the finding is written down.
 *
 * @param numbers every number of the person; none where the purpose yields to nothing
 * @param knownAs every pseudonym of these numbers
 * @param yieldsTo the purposes to which an objection counts
 */
public record Footing(RecordVersion version, Set<NhsNumber> numbers, Set<String> knownAs, Set<PurposeId> yieldsTo) {
    public Footing {
        numbers = Set.copyOf(numbers);
        knownAs = Set.copyOf(knownAs);
        yieldsTo = Set.copyOf(yieldsTo);
    }

    @Override
    public String toString() {
        return "Footing[masked]";
    }
}
