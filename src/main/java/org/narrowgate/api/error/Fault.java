package org.narrowgate.api.error;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing wrong with what was asked.
 *
 * @param field path of the input it is about, for example {@code input.subject.nhsNumber}
 * @param message the rule that is broken; never the value that broke it
 */
@RegisterForReflection
public record Fault(ErrorCode code, String field, String message) {}
