/**
 * The only way out: treatments applied, the record made, the receipt given. No person leaves before the receipt
 * exists. May use caller, policy, registry and ledger.
 */
@NullMarked
package org.narrowgate.disclosure;

import org.jspecify.annotations.NullMarked;
