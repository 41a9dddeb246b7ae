/**
 * How claims, drafts and reminders are kept.
 */
@NullMarked
package org.narrowgate.casework.review.store;

import org.jspecify.annotations.NullMarked;
