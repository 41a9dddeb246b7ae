/**
 * Who asks: a verified token becomes an agency with the purposes its scopes name, somebody of the registry's staff with
 * their roles, or a person with their own number. May use policy and subject.
 */
@NullMarked
package org.narrowgate.caller;

import org.jspecify.annotations.NullMarked;
