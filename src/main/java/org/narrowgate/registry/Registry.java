package org.narrowgate.registry;

import java.util.Optional;
import java.util.Set;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;
import org.narrowgate.subject.Subject;

/**
 * The people held. Searching and reading are apart: a search tells only whether exactly one person matches, and
 * reading fetches only the columns behind the fields named.
 */
public interface Registry {
    /** The one person who matches every argument given, or no trace. */
    SearchResult search(Subject subject, Deceased deceased);

    /**
     * Whether a person found earlier by these arguments would still be: protection may have tightened, the record may
     * have been merged into another, the person may have died. The person found is the successor after a merge.
     */
    SearchResult revisit(PersonKey person, Set<SearchArgument> searchedBy, Deceased deceased);

    /** Every number of the person whom this one leads to: their own, and those that mergers have superseded. */
    Set<NhsNumber> numbersOf(NhsNumber number);

    /**
     * The values behind these fields of the person found; empty where the person can no longer be traced at all, each
     * absent where not held or protected. Protection is looked at in the same statement, so what tightened since the search
     * holds here. A replica may be asked, and counts only where it has the very version that was found.
     */
    Optional<HeldDetails> read(SearchResult.Found found, Set<Field> fields);

    /** How somebody is held who comes with their own number; a superseded one leads to its successor. */
    Holding holding(NhsNumber nhsNumber);
}
