/**
 * What can go wrong at the door: one catalogue of stable codes, and the one place that turns whatever happened into
 * them. Nothing internal and no value of a request passes here. May use caller, casework and ledger.
 */
@NullMarked
package org.narrowgate.api.error;

import org.jspecify.annotations.NullMarked;
