/**
 * Who asks: a verified token becomes an agency with the purposes its scopes name, or somebody of the registry's staff
 * with their roles. May use policy.
 */
@NullMarked
package org.narrowgate.caller;

import org.jspecify.annotations.NullMarked;
