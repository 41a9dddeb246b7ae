/**
 * The console's pages on what people ask about their own data: the queue of cases, and deciding one. They show no number
 * and no name. May use what the console may.
 */
@NullMarked
package org.narrowgate.web.console.rights;

import org.jspecify.annotations.NullMarked;
