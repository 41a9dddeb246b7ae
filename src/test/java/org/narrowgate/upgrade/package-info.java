/** An installation of version 0.1 brought up to this one, and what its roles may do then. */
@NullMarked
package org.narrowgate.upgrade;

import org.jspecify.annotations.NullMarked;
