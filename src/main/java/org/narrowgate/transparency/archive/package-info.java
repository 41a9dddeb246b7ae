/**
 * The year before the agreement, 2016, as requests that nobody made: the totals that were published, request by request
 * on assumptions that stand in one place, to be looked at and replayed. Apart from the live log and its figures. May
 * use policy and what is around it in transparency.
 */
@NullMarked
package org.narrowgate.transparency.archive;

import org.jspecify.annotations.NullMarked;
