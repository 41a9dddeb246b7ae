/**
 * The published log for programs, in the layout of C2SP tlog-tiles: checkpoints, tiles, entries, the log's keys, and the
 * way in for witnesses' cosignatures. Public: nothing here is personal, and nothing needs a token.
 */
@NullMarked
package org.narrowgate.web.log;

import org.jspecify.annotations.NullMarked;
