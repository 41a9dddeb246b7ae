/**
 * How the sessions of staff are kept: by the hash of their reference, with tokens that only the client's secret
 * opens.
 */
@NullMarked
package org.narrowgate.caller.store;

import org.jspecify.annotations.NullMarked;
