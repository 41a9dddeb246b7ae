/**
 * How tracing requests are kept: Hibernate Panache for reading, a share of the log's commit for writing.
 */
@NullMarked
package org.narrowgate.casework.store;

import org.jspecify.annotations.NullMarked;
