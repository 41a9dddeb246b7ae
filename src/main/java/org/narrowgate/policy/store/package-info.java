/**
 * How policy versions are kept: immutable, numbered, hashed.
 */
@NullMarked
package org.narrowgate.policy.store;

import org.jspecify.annotations.NullMarked;
