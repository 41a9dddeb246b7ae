/**
 * Questions to the disclosure log by what its entries' circumstances say and when they were written. It never reads
 * particulars, knows no word that stands in an entry but {@code erasure}, and bounds the work of every question.
 */
@NullMarked
package org.narrowgate.ledger.search;

import org.jspecify.annotations.NullMarked;
