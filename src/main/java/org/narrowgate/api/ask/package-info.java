/**
 * What an agency may send, and how it becomes a question to the casework: every rule of form, each broken one named
 * together with its field. Nothing is decided here: a ground that is not accepted is well-formed all the same.
 */
@NullMarked
package org.narrowgate.api.ask;

import org.jspecify.annotations.NullMarked;
