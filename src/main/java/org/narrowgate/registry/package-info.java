/**
 * The people held: searched by permitted arguments, read column by column, imported from FHIR. May use the field
 * catalogue of policy, nothing else.
 */
@NullMarked
package org.narrowgate.registry;

import org.jspecify.annotations.NullMarked;
