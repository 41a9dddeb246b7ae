package org.narrowgate.disclosure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.narrowgate.policy.PurposeId;

/** Whom people have asked to be left alone for. */
public interface Restrictions {
    /**
     * Whether the person of these pseudonyms has had their data restricted, or objects to one of these purposes.
     *
     * @param knownAs every pseudonym of every number of one person
     * @throws RestrictionsUnavailableException where that cannot be told: then nothing may be released
     */
    boolean hold(Set<String> knownAs, Set<PurposeId> purposes);

    /** Which of these, by their places, are so now; within the append, where nobody can restrict anything meanwhile. */
    Set<Integer> heldBack(Connection connection, List<Footing> footings) throws SQLException;
}
