/**
 * Signed notes (C2SP signed-note), the checkpoints of a log (tlog-checkpoint) and the cosignatures of its witnesses
 * (tlog-cosignature), with Ed25519 keys. Uses the tree's hashes and no other room.
 */
@NullMarked
package org.narrowgate.ledger.note;

import org.jspecify.annotations.NullMarked;
