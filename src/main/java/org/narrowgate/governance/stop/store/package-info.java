/** How stops, proposals and resumptions are kept: nobody changes one. */
@NullMarked
package org.narrowgate.governance.stop.store;

import org.jspecify.annotations.NullMarked;
