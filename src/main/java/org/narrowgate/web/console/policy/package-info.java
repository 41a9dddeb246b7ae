/**
 * The console's policy pages that only show: what is in force, what an agency can see under it, and every version there
 * has been. Drafts and their forms have folders of their own.
 */
@NullMarked
package org.narrowgate.web.console.policy;

import org.jspecify.annotations.NullMarked;
