/**
 * Policy documents in the making: what authors change, revision by revision, until a draft is submitted for approval
 * or withdrawn. A document with a fault is never kept. May use governance, caller and policy.
 */
@NullMarked
package org.narrowgate.governance.draft;

import org.jspecify.annotations.NullMarked;
