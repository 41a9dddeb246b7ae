/**
 * My record: what the disclosure log says to the person it is about. Agency and purpose, never an officer, another
 * person, a case reference or what was argued; and every opening is an entry itself.
 */
@NullMarked
package org.narrowgate.rights.record;

import org.jspecify.annotations.NullMarked;
