/**
 * How entries are kept: one writer, one commit for many waiting appends.
 */
@NullMarked
package org.narrowgate.ledger.store;

import org.jspecify.annotations.NullMarked;
