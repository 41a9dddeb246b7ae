/**
 * The console's pages for caseworkers: the queue, one request with its decision, and the incidents. What a page shows
 * is put into words here, so that templates have nothing to decide.
 */
@NullMarked
package org.narrowgate.web.console.cases;

import org.jspecify.annotations.NullMarked;
