/** How the keys of pseudonyms are kept. */
@NullMarked
package org.narrowgate.disclosure.store;

import org.jspecify.annotations.NullMarked;
