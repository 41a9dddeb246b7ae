/**
 * How a policy version comes into force: publishing is an entry in the disclosure log. May use caller, policy,
 * casework and ledger.
 */
@NullMarked
package org.narrowgate.governance;

import org.jspecify.annotations.NullMarked;
