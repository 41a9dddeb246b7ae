/**
 * The transparency site: what everybody may see, as a page with charts and as files. It is given what is published and
 * never what is hidden.
 */
@NullMarked
package org.narrowgate.web.transparency;

import org.jspecify.annotations.NullMarked;
