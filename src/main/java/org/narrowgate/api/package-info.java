/**
 * The GraphQL door: operations, answer types, the catalogue of errors, limits. Nothing is decided here. May use
 * caller, casework, disclosure, policy and ledger.
 */
@NullMarked
package org.narrowgate.api;

import org.jspecify.annotations.NullMarked;
