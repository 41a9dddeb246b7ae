/**
 * What people ask about their own data, as they see it: their cases, the forms to ask, and the copy. May use what web may
 * use.
 */
@NullMarked
package org.narrowgate.web.record.requests;

import org.jspecify.annotations.NullMarked;
