package org.narrowgate.casework;

import java.util.Set;
import org.narrowgate.policy.Field;

/** What an operation asks to see of an outcome. */
public sealed interface Selection {
    /** No person can leave: the operation does not select {@code ... on Traced}. */
    record NoPerson() implements Selection {}

    /** @param fields the leaves of {@code Person} the operation selects; may be none */
    record OfPerson(Set<Field> fields) implements Selection {
        public OfPerson {
            fields = Set.copyOf(fields);
        }
    }
}
