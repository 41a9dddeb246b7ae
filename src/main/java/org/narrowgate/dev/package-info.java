/**
 * Development and test only, never in the package: an embedded PostgreSQL, an identity provider with ready
 * personas, a synthetic registry and the archive of 2016 at start.
 */
@NullMarked
package org.narrowgate.dev;

import org.jspecify.annotations.NullMarked;
