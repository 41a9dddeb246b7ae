package org.narrowgate.caller;

import static java.util.Objects.requireNonNull;

/** What somebody's sign-in to their own record is worth. */
public sealed interface PersonSignIn {
    record Sufficient(SignedInPerson person) implements PersonSignIn {
        public Sufficient {
            requireNonNull(person);
        }
    }

    /** The identity provider is not sure enough who this is, or does not say how sure it is. */
    record NotAssured() implements PersonSignIn {}

    /** Too long ago, or nobody knows when. */
    record NotRecent() implements PersonSignIn {}

    /** Nobody says under which number the registry holds them. */
    record WithoutNumber() implements PersonSignIn {}
}
