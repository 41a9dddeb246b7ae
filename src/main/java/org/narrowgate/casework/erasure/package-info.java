/**
 * Erasing what was said of a request's subject: when its time has come, and when somebody may ask for it sooner. What is
 * erased and that the log says so are one commit. Uses the casework and the log.
 */
@NullMarked
package org.narrowgate.casework.erasure;

import org.jspecify.annotations.NullMarked;
