/**
 * Checking a published log from outside, with nothing but what it publishes and what was seen of it before: all of it,
 * or what one receipt says; and cosigning it as a witness. Uses the tree, notes and the ledger's commitments.
 */
@NullMarked
package org.narrowgate.ledger.verification;

import org.jspecify.annotations.NullMarked;
