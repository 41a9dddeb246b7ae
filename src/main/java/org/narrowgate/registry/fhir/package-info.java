/**
 * People and practices as FHIR R4 writes them, shaped as the NHS Personal Demographics Service gives them: read and
 * written line by line. May use the root of the registry.
 */
@NullMarked
package org.narrowgate.registry.fhir;

import org.jspecify.annotations.NullMarked;
