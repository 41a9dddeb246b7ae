/**
 * The console's pages that show what a draft would have done: the form that begins a replay, how far it is, and what
 * came of it. What a page shows is put into words here, so that templates have nothing to decide.
 */
@NullMarked
package org.narrowgate.web.console.policy.replay;

import org.jspecify.annotations.NullMarked;
