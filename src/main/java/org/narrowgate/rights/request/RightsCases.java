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

    /** The log's entries that say of themselves that they are of this case, in order. */
    List<Long> entriesOf(RightsCaseId id);

    /** Those whose day to be erased has come, and of which nothing was written within the year: the oldest first. */
    List<RightsCaseId> toErase(Instant now, int most);
}
