/** How consultations and representations are kept: rows that are only ever added. */
@NullMarked
package org.narrowgate.governance.consultation.store;

import org.jspecify.annotations.NullMarked;
