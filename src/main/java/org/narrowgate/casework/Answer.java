package org.narrowgate.casework;

import java.util.Optional;
import org.narrowgate.disclosure.Outcome;

/** A tracing request with what it came to; no outcome while under review, withdrawn, closed or no longer readable. */
public record Answer(TracingRequest request, Optional<Outcome> outcome) {}
