/**
 * The agreement in software: purposes, agreements, grounds and treatments as one immutable document, the
 * statutory ceiling no document may exceed, and the decision on one request. Plain Java; uses no other room.
 */
@NullMarked
package org.narrowgate.policy;

import org.jspecify.annotations.NullMarked;
