/**
 * The rights of the people held: to see who asked about them, and what follows from it. May use caller, policy, ledger,
 * casework, disclosure and subject.
 */
@NullMarked
package org.narrowgate.rights;

import org.jspecify.annotations.NullMarked;
