/**
 * What somebody in the registry can see and ask of it: their own record, requests about it, restriction. May use caller,
 * policy, ledger, casework, disclosure and subject.
 */
@NullMarked
package org.narrowgate.rights;

import org.jspecify.annotations.NullMarked;
