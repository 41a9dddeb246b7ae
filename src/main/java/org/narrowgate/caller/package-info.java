/**
 * Who asks: a verified token becomes an agency with the purposes its scopes name. May use policy.
 */
@NullMarked
package org.narrowgate.caller;

import org.jspecify.annotations.NullMarked;
