/**
 * The disclosure log: append-only, each entry of two salted parts. It stores bytes and knows nothing of policies
 * or people. Uses no other room.
 */
@NullMarked
package org.narrowgate.ledger;

import org.jspecify.annotations.NullMarked;
