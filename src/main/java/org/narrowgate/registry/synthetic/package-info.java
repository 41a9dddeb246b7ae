/**
 * A made-up population, for development, demonstrations and measurements: nobody in it exists. May use the root of
 * the registry.
 */
@NullMarked
package org.narrowgate.registry.synthetic;

import org.jspecify.annotations.NullMarked;
