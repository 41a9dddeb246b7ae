package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.RequestFacts;

/**
 * A request as it is replayed: all that a policy decides on, and nothing of its subject.
 *
 * @param day of its receipt, in London; the first of the month where only that is known
 */
public record ReplayedRequest(Reference reference, AgencyId agency, RequestFacts facts, LocalDate day, Actual actual) {
    public ReplayedRequest {
        requireNonNull(reference);
        requireNonNull(agency);
        requireNonNull(facts);
        requireNonNull(day);
        requireNonNull(actual);
    }

    /** What leads back to a request. */
    public sealed interface Reference {
        /** One that an agency made. Its case reference is looked up when it is shown, for by then it may be erased. */
        record Recorded(TracingRequestId id) implements Reference {
            public Recorded {
                requireNonNull(id);
            }
        }

        /** One that nobody made, about nobody. */
        record MadeUp(String caseReference) implements Reference {
            public MadeUp {
                requireNonNull(caseReference);
            }
        }
    }

    // Which scopes its token carried is not kept. It is taken to have carried this one: what is asked is what the
    // policies make of the request.
    Asker asker() {
        return new Asker(agency, Set.of(facts.purpose()));
    }
}
