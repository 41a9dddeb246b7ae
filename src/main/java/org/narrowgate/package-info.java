/** Narrowgate: one person, one case, one purpose; nothing leaves before it is written down. */
@NullMarked
package org.narrowgate;

import org.jspecify.annotations.NullMarked;
