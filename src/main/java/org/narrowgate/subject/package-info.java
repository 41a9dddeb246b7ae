/**
 * How a request names its subject: an NHS number, or details. The words that the door, the casework and the registry
 * share, so that neither of the first two needs to know the registry. May use the search arguments of policy.
 */
@NullMarked
package org.narrowgate.subject;

import org.jspecify.annotations.NullMarked;
