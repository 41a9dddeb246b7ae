/** Replays in PostgreSQL: how far each is, on whatever replica, and what came of it. May use the replays. */
@NullMarked
package org.narrowgate.governance.replay.store;

import org.jspecify.annotations.NullMarked;
