/**
 * What everybody may see: the back office register folded from the log's circumstances, the figures of closed months
 * with small counts hidden, and the archive of an earlier year. May use casework, policy, governance and ledger.
 */
@NullMarked
package org.narrowgate.transparency;

import org.jspecify.annotations.NullMarked;
