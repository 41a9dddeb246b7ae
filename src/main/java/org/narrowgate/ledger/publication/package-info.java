/**
 * What of the log everybody may read: the tree up to its last checkpoint, who signs it and on what conditions, and the
 * cosignatures of witnesses. Uses the tree and its notes; knows neither the database nor HTTP.
 */
@NullMarked
package org.narrowgate.ledger.publication;

import org.jspecify.annotations.NullMarked;
