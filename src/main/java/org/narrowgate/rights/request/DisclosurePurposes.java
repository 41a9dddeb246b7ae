package org.narrowgate.rights.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.DataRight;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.DisclosurePurpose.Objecting;

/** The purposes of the policy in force as a person has to know them. */
@ApplicationScoped
public class DisclosurePurposes {
    private final PolicyInForce policy;

    DisclosurePurposes(PolicyInForce policy) {
        this.policy = policy;
    }

    /** Those that some agency can ask for, in the policy's order. */
    public List<DisclosurePurpose> all() {
        var inForce = policy.current().policy();
        return inForce.document().purposes().stream()
                .map(purpose -> described(inForce, purpose))
                .filter(purpose -> !purpose.agencies().isEmpty())
                .toList();
    }

    /** Those of them that people can object to. */
    public List<DisclosurePurpose> objectable() {
        return all().stream()
                .filter(purpose -> purpose.objecting() == Objecting.OPEN)
                .toList();
    }

    /** One that some agency can ask for. */
    public Optional<DisclosurePurpose> of(PurposeId id) {
        return all().stream().filter(purpose -> purpose.id().equals(id)).findFirst();
    }

    private static DisclosurePurpose described(Policy policy, Purpose purpose) {
        return new DisclosurePurpose(
                purpose.id(),
                purpose.title(),
                purpose.lawfulBasis(),
                policy.document().agencies().stream()
                        .filter(agency -> policy.purposesOf(agency.id()).contains(purpose.id()))
                        .map(Agency::name)
                        .toList(),
                policy.restriction(purpose.id()),
                DataRight.OBJECTION.holdsUnder(purpose.lawfulBasis())
                        ? Objecting.OPEN
                        : Objecting.NOT_UNDER_THIS_BASIS);
    }
}
