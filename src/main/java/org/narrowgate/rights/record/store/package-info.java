/** How the entries that name somebody are found. */
@NullMarked
package org.narrowgate.rights.record.store;

import org.jspecify.annotations.NullMarked;
