/** How drafts are kept: one row that is changed, and revisions and steps that are only ever added. */
@NullMarked
package org.narrowgate.governance.draft.store;

import org.jspecify.annotations.NullMarked;
