/**
 * Policy for programs: JSON over REST under /admin, asked with bearer tokens that have staff roles; the rules are those
 * of the console. What goes wrong is a problem (RFC 9457), written in one place. May use caller,
 * casework, policy, governance and ledger.
 */
@NullMarked
package org.narrowgate.web.automation;

import org.jspecify.annotations.NullMarked;
