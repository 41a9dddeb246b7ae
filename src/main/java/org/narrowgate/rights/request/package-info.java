/**
 * A person's requests about their own data: objection, restriction, rectification, a copy. Each is a case with a month
 * of its own, and holds from the moment it is asked where it is one that restricts. May use what rights may use.
 */
@NullMarked
package org.narrowgate.rights.request;

import org.jspecify.annotations.NullMarked;
