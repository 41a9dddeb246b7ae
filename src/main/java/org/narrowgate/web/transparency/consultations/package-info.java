/**
 * The register of consultations for everybody: what is asked, what was said to it and what came of it, and the form to
 * say something. May use what the transparency site may.
 */
@NullMarked
package org.narrowgate.web.transparency.consultations;

import org.jspecify.annotations.NullMarked;
