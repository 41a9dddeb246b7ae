/**
 * The Merkle tree over the log's leaves (RFC 6962), kept as tiles (C2SP tlog-tiles), and the proofs that it gives.
 * Knows neither where the tiles lie nor what the leaves stand for.
 */
@NullMarked
package org.narrowgate.ledger.tree;

import org.jspecify.annotations.NullMarked;
