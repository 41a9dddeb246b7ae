/**
 * What an agency is answered, in the shapes of the contract. Built from the casework's answers; adds nothing to them.
 */
@NullMarked
package org.narrowgate.api.answer;

import org.jspecify.annotations.NullMarked;
