/**
 * How one replica is chosen.
 */
@NullMarked
package org.narrowgate.casework.upkeep.store;

import org.jspecify.annotations.NullMarked;
