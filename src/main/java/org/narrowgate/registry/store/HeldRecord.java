package org.narrowgate.registry.store;

import java.util.Optional;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.registry.SearchResult.Found;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;

/** What decides whether a record is traced: nothing that a disclosure could hold but the death. */
record HeldRecord(
        long person,
        String nhsNumber,
        String protection,
        boolean deceased,
        Optional<String> supersededBy,
        boolean invalidated,
        long version) {

    boolean isTraced(Deceased terms) {
        return isTraceable() && (!deceased || terms == Deceased.INCLUDED);
    }

    boolean isUnrestricted() {
        return protection.equals("U");
    }

    SearchResult found() {
        return new Found(new RecordVersion(new PersonKey(person), version), new NhsNumber(nhsNumber));
    }

    /** Anything but the two codes that allow it is taken for very restricted. */
    private boolean isTraceable() {
        return supersededBy.isEmpty() && !invalidated && (protection.equals("U") || protection.equals("R"));
    }
}
