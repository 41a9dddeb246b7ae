/**
 * How sessions are kept, those of staff and those of people each in their own table: by the hash of their reference,
 * with tokens that only the client's secret opens.
 */
@NullMarked
package org.narrowgate.caller.store;

import org.jspecify.annotations.NullMarked;
