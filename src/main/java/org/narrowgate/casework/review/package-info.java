/**
 * A caseworker's side of a tracing request: the queue, one request with all there is to weigh, the decision, and what
 * is done where the wrong person was traced. Nothing here tells what the registry holds.
 */
@NullMarked
package org.narrowgate.casework.review;

import org.jspecify.annotations.NullMarked;
