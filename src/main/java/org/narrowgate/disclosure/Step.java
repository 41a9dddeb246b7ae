package org.narrowgate.disclosure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.SearchArgument;

/**
 * One step of a tracing request, as the disclosure log keeps it for ever: nothing personal, and alike for every
 * no-trace.
 *
 * @param purpose empty where the policy does not know it: what was written there then is anybody's text
 * @param selected the leaves of {@code Person} that were asked for
 */
public record Step(
        Kind kind,
        UUID request,
        AgencyId agency,
        Optional<PurposeId> purpose,
        Optional<GroundType> ground,
        Set<SearchArgument> searchArguments,
        Set<Field> selected,
        PolicyVersion policyVersion,
        Instant at) {

    /** What an agency, a caseworker or the clock did. */
    public enum Kind {
        REQUEST("request"),
        READING("reading"),
        REVIEW("review"),
        WITHDRAWAL("withdrawal"),
        INFORMATION("information"),
        MISMATCH("mismatch"),
        DESTRUCTION("destruction"),
        VIEW("view"),
        QUESTION("question"),
        PRIORITY("priority"),
        APPROVAL("approval"),
        ESCALATION("escalation"),
        LAPSE("lapse"),
        INCIDENT("incident"),
        ERASURE(Erasure.KIND);

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the log has it. */
        public String word() {
            return word;
        }
    }

    /** What a step came to. */
    public sealed interface Result {
        record Refused(RefusalReason reason, String clause) implements Result {}

        record UnderReview() implements Result {}

        /** The step moved the request to the state of this name, in lower case. */
        record Moved(String state) implements Result {}

        record Found(Finding finding) implements Result {}

        /** What was said of the request's subject is erased; its state, of this name, stays. */
        record Erased(String state, Erasure.Reason reason) implements Result {}

        /** What must still hold where this is written down; empty where nobody was found. */
        default Optional<Footing> footing() {
            return this instanceof Found(Finding.Disclosable found) ? Optional.of(found.footing()) : Optional.empty();
        }
    }

    /** @param particulars the subject's pseudonym, the case reference, the reasons: what can be erased */
    public Entry entry(Result result, Map<String, ?> particulars) {
        var circumstances = new LinkedHashMap<String, Object>();
        circumstances.put("form", 1);
        circumstances.put("kind", kind.word);
        circumstances.put("at", at.toString());
        circumstances.put("request", request.toString());
        circumstances.put("agency", agency.value());
        purpose.ifPresent(known -> circumstances.put("purpose", known.value()));
        ground.ifPresent(type -> circumstances.put("ground", type.name()));
        circumstances.put("searchArguments", paths(searchArguments, SearchArgument::path));
        circumstances.put("selected", paths(selected, Field::path));
        circumstances.put("policyVersion", policyVersion.number());
        circumstances.put("policyHash", policyVersion.policy().hash());
        circumstances.putAll(words(result));
        return Entry.of(circumstances, particulars);
    }

    private static Map<String, Object> words(Result result) {
        return switch (result) {
            case Result.Refused(var reason, var clause) ->
                Map.of("outcome", "refused", "reason", reason.name(), "clause", clause);
            case Result.UnderReview() -> Map.of("outcome", "under-review");
            case Result.Moved(var state) -> Map.of("outcome", state);
            case Result.Erased(var state, var reason) -> Map.of("outcome", state, "reason", reason.word());
            case Result.Found(Finding.NobodyToDisclose()) -> Map.of("outcome", "not-traced");
            case Result.Found(Finding.Disclosable found) -> words(found.treated());
        };
    }

    private static Map<String, Object> words(TreatedPerson treated) {
        var generalised = new LinkedHashMap<String, String>();
        treated.generalised().forEach((field, precision) -> generalised.put(field.path(), precision.word()));
        return Map.of(
                "outcome",
                "traced",
                "released",
                treated.released().stream().map(Field::path).toList(),
                "generalised",
                generalised,
                "withheld",
                treated.withheld().stream()
                        .filter(field -> field.treatment() == WithheldField.Treatment.WITHHELD)
                        .map(field -> Map.of(
                                "field",
                                field.field().path(),
                                "reason",
                                field.reason().name()))
                        .toList());
    }

    private static <T extends Enum<T>> List<String> paths(Set<T> of, Function<T, String> path) {
        return of.stream().sorted().map(path).toList();
    }
}
