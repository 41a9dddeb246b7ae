/**
 * What time does to tracing requests: they grow old, fall overdue, are never read, and are erased. Each step happens
 * once, however many replicas there are.
 */
@NullMarked
package org.narrowgate.casework.upkeep;

import org.jspecify.annotations.NullMarked;
