package org.narrowgate.policy;

import java.util.Map;
import java.util.Set;

/** What the policy says to one request: refuse it, refer it to a caseworker, or permit it. */
public sealed interface Decision {
    /**
     * @param clause the clause of the agreement or policy that was not met
     * @param explanation one sentence a person can act on, without anything of the subject in it
     */
    record Refuse(RefusalReason reason, String clause, String explanation) implements Decision {}

    record Refer(Release release) implements Decision {}

    record Permit(Release release) implements Decision {}

    /**
     * What an answer may hold, and on what terms.
     *
     * @param treatments one for every field of the catalogue
     * @param searchArguments what the registry may be searched by
     * @param yieldsTo the purposes a person's objection to which holds it back, as their restriction does: its own and
     *     those above it; none where the policy puts it above both
     */
    record Release(
            AgreementId agreement,
            Map<Field, FieldTreatment> treatments,
            Set<SearchArgument> searchArguments,
            PurposeTerms terms,
            Set<PurposeId> yieldsTo) {
        public Release {
            treatments = Map.copyOf(treatments);
            searchArguments = Set.copyOf(searchArguments);
            yieldsTo = Set.copyOf(yieldsTo);
            if (treatments.size() != Field.values().length) {
                throw new IllegalArgumentException("a treatment is missing");
            }
        }
    }
}
