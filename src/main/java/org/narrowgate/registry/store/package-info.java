/**
 * How people are kept: Hibernate Panache entities, the statements that search and read them, and the import.
 */
@NullMarked
package org.narrowgate.registry.store;

import org.jspecify.annotations.NullMarked;
