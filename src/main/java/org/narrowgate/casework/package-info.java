/**
 * Tracing requests: what was asked, the states it goes through, its deadline, its destruction. May use caller,
 * policy, disclosure, and ledger for the writes that stand or fall with an entry.
 */
@NullMarked
package org.narrowgate.casework;

import org.jspecify.annotations.NullMarked;
