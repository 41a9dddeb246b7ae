package org.narrowgate.rights.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.ledger.Share;

/** The cases there are. They are written with a log entry only. */
public interface RightsCases {
    /** What an append takes to write a case beside its entry. */
    Share<RightsMove, RightsMove.Objection> share();

    Optional<RightsCase> find(RightsCaseId id);

    /** Those of a person, newest first. */
    List<RightsCase> of(Set<String> knownAs);

    /** Whether it is a case of this person's. */
    boolean isOf(RightsCaseId id, Set<String> knownAs);

    /** Those that nobody has decided, oldest first. */
    List<RightsCase> open();

    /** Those decided, withdrawn or lifted, newest first. */
    List<RightsCase> decided(int most);

    /** The log's entries of a case, in order. */
    List<Long> entriesOf(RightsCaseId id);

    /** Those to erase at this moment, whichever first. */
    List<RightsCaseId> toErase(Instant now, int most);
}
