/**
 * Parts of a policy document as forms: every field is named by where its value stands in the document, as
 * {@code /purposes/counter-fraud/terms/readings}, so that a fault found there can be shown beside it. Plain Java.
 */
@NullMarked
package org.narrowgate.web.console.policy.form;

import org.jspecify.annotations.NullMarked;
