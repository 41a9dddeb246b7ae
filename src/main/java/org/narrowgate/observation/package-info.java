/**
 * Whoever watches: how long the parts of a call take, as metrics and traces, and the keys of every log line. Knows
 * nothing of people, requests or policies, and is told nothing that was sent. May use no other room.
 */
@NullMarked
package org.narrowgate.observation;

import org.jspecify.annotations.NullMarked;
