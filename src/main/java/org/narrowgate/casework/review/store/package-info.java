/**
 * How claims, reminders and the queue are kept.
 */
@NullMarked
package org.narrowgate.casework.review.store;

import org.jspecify.annotations.NullMarked;
