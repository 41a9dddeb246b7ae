/**
 * The schema as it is served: what the operations and their types give, with the contract's scalars and a description
 * on everything; also as text, for everybody.
 */
@NullMarked
package org.narrowgate.api.schema;

import org.jspecify.annotations.NullMarked;
