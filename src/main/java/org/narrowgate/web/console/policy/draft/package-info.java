/**
 * The console's pages for drafts of policies: the list, one draft with its difference and its ways to approval, and a
 * form for every part of its document.
 */
@NullMarked
package org.narrowgate.web.console.policy.draft;

import org.jspecify.annotations.NullMarked;
