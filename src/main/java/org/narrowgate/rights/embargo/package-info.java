/**
 * Delays, dated and reviewed, before an entry of the log shows in the person's own record: by policy for a purpose, or
 * for one request by two caseworkers. May use caller, policy, casework and ledger.
 */
@NullMarked
package org.narrowgate.rights.embargo;

import org.jspecify.annotations.NullMarked;
