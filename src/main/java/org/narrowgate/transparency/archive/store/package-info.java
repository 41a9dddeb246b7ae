/**
 * The archive in PostgreSQL: written once, in one statement, and read again. May use the archive.
 */
@NullMarked
package org.narrowgate.transparency.archive.store;

import org.jspecify.annotations.NullMarked;
