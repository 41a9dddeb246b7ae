package org.narrowgate.transparency.agreements;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.casework.Moment;
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;

/** Works out what every agreement says, how it stands and how it came to that, from the versions and the stops alone. */
final class AgreementRegister {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Succession succession;
    private final List<Stoppage> stops;
    private final Differences differences;
    private final LocalDate today;

    AgreementRegister(Succession succession, List<Stoppage> stops, Differences differences) {
        this.succession = succession;
        this.stops = List.copyOf(stops);
        this.differences = differences;
        this.today = Moment.dayOf(succession.now());
    }

    /** Every agreement that a published version ever named, in order of its id. */
    List<RegisteredAgreement> agreements() {
        return succession.versions().stream()
                .flatMap(version -> version.policy().document().agreements().stream())
                .map(Agreement::id)
                .distinct()
                .sorted(Comparator.comparing(AgreementId::value))
                .map(this::registered)
                .toList();
    }

    private RegisteredAgreement registered(AgreementId id) {
        var text = lastText(id);
        var agreement = in(text, id).orElseThrow();
        var policy = text.policy();
        var concerned = new AgreementStops(agreement, policy, stops);
        var history = new AgreementHistory(id, differences);
        var past = history.milestones(succession.decided());
        var written = status(agreement, text, past);
        return new RegisteredAgreement(
                agreement,
                policy.agency(agreement.agency()).orElseThrow(),
                text.number(),
                concerned
                        .wholeSince()
                        .map(moment -> written.stopped(Moment.dayOf(moment)))
                        .orElse(written),
                agreement.purposes().stream()
                        .map(grant -> agreed(policy, agreement, grant.purpose(), concerned))
                        .toList(),
                Stream.of(past.stream(), concerned.milestones().stream(), ended(written))
                        .flatMap(each -> each)
                        .sorted(Comparator.comparing(Milestone::at))
                        .toList(),
                announced(history));
    }

    /** Of the version in force, or else of the last that decided, or else of any that names it. */
    private PolicyVersion lastText(AgreementId id) {
        return Stream.of(
                        succession.decided().reversed(),
                        succession.announced(),
                        succession.versions().reversed())
                .flatMap(List::stream)
                .filter(version -> in(version, id).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private AgreementStatus status(Agreement agreement, PolicyVersion text, List<Milestone> past) {
        var changed = past.stream()
                .filter(milestone -> isStanding(milestone.kind()))
                .map(milestone -> Moment.dayOf(milestone.at()))
                .reduce((earlier, later) -> later);
        return switch (succession.stateOf(text)) {
            case IN_FORCE -> AgreementStatus.of(agreement, today, changed);
            case SUPERSEDED -> new AgreementStatus(AgreementStatus.Kind.TERMINATED, changed);
            case ANNOUNCED -> new AgreementStatus(AgreementStatus.Kind.ANNOUNCED, Optional.empty());
            case FELL_AWAY -> new AgreementStatus(AgreementStatus.Kind.NEVER_IN_FORCE, Optional.empty());
        };
    }

    private static boolean isStanding(Milestone.Kind kind) {
        return switch (kind) {
            case REGISTERED, ACTIVATED, SUSPENDED, RESUMED, ENDED, TERMINATED -> true;
            case WIDENED, NARROWED, REWORDED -> false;
        };
    }

    private static Stream<Milestone> ended(AgreementStatus status) {
        return status.kind() == AgreementStatus.Kind.ENDED
                ? status.since().stream()
                        .map(last -> new Milestone(
                                Milestone.Kind.ENDED,
                                last.plusDays(1).atStartOfDay(ZONE).toInstant(),
                                OptionalInt.empty(),
                                List.of()))
                : Stream.empty();
    }

    private List<Milestone> announced(AgreementHistory history) {
        var chain = new ArrayList<PolicyVersion>();
        succession.inForce().ifPresent(chain::add);
        chain.addAll(succession.announced());
        return history.milestones(chain).stream()
                .filter(milestone -> milestone.at().isAfter(succession.now()))
                .toList();
    }

    private static AgreedPurpose agreed(Policy policy, Agreement agreement, PurposeId id, AgreementStops concerned) {
        var purpose = policy.purpose(id).orElseThrow();
        return entitlement(policy, agreement, id)
                .<AgreedPurpose>map(entitlement -> new AgreedPurpose.Granted(
                        entitlement,
                        purpose.statute(),
                        policy.consultation(id),
                        policy.restriction(id),
                        policy.embargo(id),
                        concerned.since(id).map(Moment::dayOf)))
                .orElseGet(() -> new AgreedPurpose.Prohibited(id, purpose.title()));
    }

    private static Optional<Entitlement> entitlement(Policy policy, Agreement agreement, PurposeId id) {
        return policy.entitlements(new Asker(agreement.agency(), Set.of(id)), purpose -> Standing.CLEAR).stream()
                .findFirst();
    }

    private static Optional<Agreement> in(PolicyVersion version, AgreementId id) {
        return version.policy().document().agreements().stream()
                .filter(agreement -> agreement.id().equals(id))
                .findFirst();
    }
}
