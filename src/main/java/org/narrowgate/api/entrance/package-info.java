/**
 * How a call comes in over HTTP and goes out again: headers, the body, the limits of an operation, and the one place
 * where every answer, right or wrong, is written.
 */
@NullMarked
package org.narrowgate.api.entrance;

import org.jspecify.annotations.NullMarked;
