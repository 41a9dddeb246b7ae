package org.narrowgate.web.console.stops;

import java.util.Optional;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.Stoppable;

/**
 * Something that can be stopped, as pages and addresses name it.
 *
 * @param of for example {@code agreement/court-service-agreement}
 * @param title in the words of the policy in force, else its id
 */
public record Thing(String of, String kind, String title) {
    static Thing of(Stoppable thing, Policy policy) {
        return new Thing(
                thing.kind().word() + "/" + thing.name(),
                thing.kind().word(),
                title(thing, policy).orElse(thing.name()));
    }

    private static Optional<String> title(Stoppable thing, Policy policy) {
        return switch (thing) {
            case Stoppable.OfAgreement(var id) ->
                policy.document().agreements().stream()
                        .filter(agreement -> agreement.id().equals(id))
                        .findFirst()
                        .map(Agreement::title);
            case Stoppable.OfPurpose(var id) -> policy.purpose(id).map(Purpose::title);
            case Stoppable.OfAgency(var id) -> policy.agency(id).map(Agency::name);
        };
    }
}
