/**
 * Consultations in the console: putting a draft before the public, reading what was said, judging it, publishing what
 * came of it. May use what the console may.
 */
@NullMarked
package org.narrowgate.web.console.consultations;

import org.jspecify.annotations.NullMarked;
