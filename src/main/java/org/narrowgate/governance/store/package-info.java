/** How it is kept who published which policy version, and why. */
@NullMarked
package org.narrowgate.governance.store;

import org.jspecify.annotations.NullMarked;
