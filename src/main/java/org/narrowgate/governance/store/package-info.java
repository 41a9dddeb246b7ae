/** How it is kept who published which policy version, why, and what it changed. */
@NullMarked
package org.narrowgate.governance.store;

import org.jspecify.annotations.NullMarked;
