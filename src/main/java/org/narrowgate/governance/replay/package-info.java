/**
 * What a policy would have done: requests that were made before, decided once more under two rulebooks and counted. It
 * decides and nothing else: no registry is read, nothing is released, nothing is written to the log. May use governance,
 * its drafts, caller, policy and casework.
 */
@NullMarked
package org.narrowgate.governance.replay;

import org.jspecify.annotations.NullMarked;
