/** How embargoes are kept: events that nobody changes. */
@NullMarked
package org.narrowgate.rights.embargo.store;

import org.jspecify.annotations.NullMarked;
