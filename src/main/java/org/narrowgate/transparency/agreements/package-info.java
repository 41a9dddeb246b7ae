/**
 * The public register of agreements: everything that any published policy version ever agreed, how it stands, and how
 * it came to that. It is worked out from the versions themselves and from the stops, so it cannot say anything else.
 * May use what the room may.
 */
@NullMarked
package org.narrowgate.transparency.agreements;

import org.jspecify.annotations.NullMarked;
