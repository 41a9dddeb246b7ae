/**
 * The console's pages on the disclosure log: whether it is well, and what it says, for whoever oversees it. They show
 * circumstances alone: never particulars, and so never whom an entry is about. May use what the console may.
 */
@NullMarked
package org.narrowgate.web.console.log;

import org.jspecify.annotations.NullMarked;
