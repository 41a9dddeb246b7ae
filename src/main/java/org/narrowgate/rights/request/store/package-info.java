/** How rights cases are kept, and how disclosures learn what they restrict. */
@NullMarked
package org.narrowgate.rights.request.store;

import org.jspecify.annotations.NullMarked;
