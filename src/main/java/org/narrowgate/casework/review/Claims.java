package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.casework.TracingRequestId;

/** Where claims are kept. */
public interface Claims {
    /** The claim that holds now. */
    Optional<Claim> of(TracingRequestId id, Instant now);

    /** Those that hold now, of these requests. */
    Map<TracingRequestId, Claim> of(Set<TracingRequestId> ids, Instant now);

    /** Takes the claim, or prolongs one's own. Whoever holds it afterwards is the answer: not always who asked. */
    Claim take(TracingRequestId id, Claim wanted, Instant now);

    /** Gives one's own claim back; a colleague's stays. */
    void giveBack(TracingRequestId id, String staffId);
}
