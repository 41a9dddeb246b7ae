/**
 * How the policy changes: every version there was, and the approval that makes a draft the next one, with its entry in
 * the disclosure log. Drafts, replays, consultations and stops have folders of their own. May use caller, policy, casework
 * and ledger.
 */
@NullMarked
package org.narrowgate.governance;

import org.jspecify.annotations.NullMarked;
