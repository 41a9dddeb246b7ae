package org.narrowgate.casework;

import java.util.Set;
import org.narrowgate.policy.Field;

/** What an operation asks to see of an outcome. */
public sealed interface Selection {
    /** The leaves of {@code Person} it selects; may be none. */
    Set<Field> fields();

    /** No person can leave: the operation does not select {@code ... on Traced}. */
    record NoPerson() implements Selection {
        @Override
        public Set<Field> fields() {
            return Set.of();
        }
    }

    record OfPerson(Set<Field> fields) implements Selection {
        public OfPerson {
            fields = Set.copyOf(fields);
        }
    }
}
