/**
 * Open consultations: a draft's text is put before the public, anybody sends a representation, staff read, judge and
 * publish. What was asked and what came of it is kept for ever. May use governance, its drafts,
 * caller, policy and casework.
 */
@NullMarked
package org.narrowgate.governance.consultation;

import org.jspecify.annotations.NullMarked;
