/**
 * The console's pages on what is stopped: stopping something at once, and starting it again with two. May use what the
 * console may.
 */
@NullMarked
package org.narrowgate.web.console.stops;

import org.jspecify.annotations.NullMarked;
