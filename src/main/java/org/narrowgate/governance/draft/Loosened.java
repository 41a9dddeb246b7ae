package org.narrowgate.governance.draft;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.PurposeId;

/** Which purposes one policy lets more out for than another, or no longer holds to a consultation. */
final class Loosened {
    private Loosened() {}

    static Set<PurposeId> purposes(Policy before, Policy after) {
        var loosened = new HashSet<>(unmarked(before, after));
        var difference = Difference.between(withClientsOf(after.document(), before.document()), after.document());
        for (var change : difference.widening()) {
            change.purpose().ifPresentOrElse(loosened::add, () -> loosened.addAll(heldBy(change, after)));
        }
        return loosened;
    }

    // A purpose is marked by those above it too: moved away from there it would be free, and nothing of it widened yet.
    private static Set<PurposeId> unmarked(Policy before, Policy after) {
        return after.document().purposes().stream()
                .map(Purpose::id)
                .filter(purpose -> before.purpose(purpose).isPresent())
                .filter(purpose -> before.consultation(purpose) == Consultation.REQUIRED
                        && after.consultation(purpose) == Consultation.NOT_REQUIRED)
                .collect(toUnmodifiableSet());
    }

    // What widens an agency or its agreement as a whole widens every purpose that the agreement names.
    private static Set<PurposeId> heldBy(Change change, Policy policy) {
        return policy.document().agreements().stream()
                .filter(agreement -> change.agency().stream().allMatch(agreement.agency()::equals))
                .flatMap(agreement -> agreement.purposes().stream())
                .map(Agreement.Grant::purpose)
                .collect(toUnmodifiableSet());
    }

    // The name an agency's application signs in with changes nothing of what leaves for whom. One that was another
    // agency's does: with it, that one would get what this one may have.
    private static PolicyDocument withClientsOf(PolicyDocument later, PolicyDocument document) {
        var owners = owners(document);
        var clients = later.agencies().stream()
                .collect(toUnmodifiableMap(
                        Agency::id,
                        agency -> agency.clients().stream()
                                .filter(client -> agency.id().equals(owners.getOrDefault(client, agency.id())))
                                .toList()));
        return new PolicyDocument(
                document.title(),
                document.agencies().stream()
                        .map(agency -> new Agency(
                                agency.id(),
                                agency.name(),
                                agency.group(),
                                clients.getOrDefault(agency.id(), agency.clients()),
                                agency.ranks()))
                        .toList(),
                document.purposes(),
                document.agreements());
    }

    private static Map<String, AgencyId> owners(PolicyDocument document) {
        return document.agencies().stream()
                .flatMap(agency -> agency.clients().stream().map(client -> Map.entry(client, agency.id())))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
