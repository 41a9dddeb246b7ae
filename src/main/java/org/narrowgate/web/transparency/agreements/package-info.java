/**
 * The public register of agreements as pages and as documents for programs. May use what the transparency site may.
 */
@NullMarked
package org.narrowgate.web.transparency.agreements;

import org.jspecify.annotations.NullMarked;
