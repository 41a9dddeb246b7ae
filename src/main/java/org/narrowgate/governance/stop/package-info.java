/**
 * Stopping an agreement, a purpose or an agency at once, and starting it again with two: each is an entry in the
 * disclosure log. May use governance, caller, policy, casework and ledger.
 */
@NullMarked
package org.narrowgate.governance.stop;

import org.jspecify.annotations.NullMarked;
