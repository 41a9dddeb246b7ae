/**
 * The console's pages on what is stopped: stopping something at once, and starting it again with two.
 */
@NullMarked
package org.narrowgate.web.console.stops;

import org.jspecify.annotations.NullMarked;
