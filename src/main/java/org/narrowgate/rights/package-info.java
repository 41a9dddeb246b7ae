/**
 * What people may know of what was done with their details, and ask about it: their record, their requests, and what
 * may be held back from them for a time. May use caller, policy, ledger, casework, disclosure and subject.
 */
@NullMarked
package org.narrowgate.rights;

import org.jspecify.annotations.NullMarked;
