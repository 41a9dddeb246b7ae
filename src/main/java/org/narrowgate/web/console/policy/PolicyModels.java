package org.narrowgate.web.console.policy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementState;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.ReviewTerms;
import org.narrowgate.policy.Standing;
import org.narrowgate.policy.Stoppable;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.policy.PolicyModel.AgencyModel;
import org.narrowgate.web.console.policy.PolicyModel.AgreementModel;
import org.narrowgate.web.console.policy.PolicyModel.GroundModel;
import org.narrowgate.web.console.policy.PolicyModel.PurposeModel;
import org.narrowgate.web.console.policy.PolicyModel.Scope;

/** Puts a policy document into the words and tables of a page. */
public final class PolicyModels {
    private final Policy policy;
    private final Optional<Policy> before;
    private final Links links;

    private PolicyModels(Policy policy, Optional<Policy> before, Links links) {
        this.policy = policy;
        this.before = before;
        this.links = links;
    }

    /** Where the parts of a document are shown by themselves. */
    private record Links(String matrix, String edit, String see) {
        String to(String what, String id) {
            return edit.isEmpty() ? "" : edit + "/" + what + "/" + id;
        }
    }

    /** The policy in force: what its agencies see is a link away. */
    static PolicyModel inForce(Policy policy) {
        return new PolicyModels(policy, Optional.empty(), new Links("#purpose-", "", InForcePages.PATH + "/agencies/"))
                .model();
    }

    /** A policy to be read, as of a version. */
    static PolicyModel read(Policy policy) {
        return new PolicyModels(policy, Optional.empty(), new Links("#purpose-", "", "")).model();
    }

    /**
     * A policy to be changed.
     *
     * @param before what its changes are told against
     * @param address of the draft's page
     */
    public static PolicyModel changing(Policy policy, Policy before, String address) {
        return new PolicyModels(policy, Optional.of(before), new Links(address + "/purposes/", address, "")).model();
    }

    private PolicyModel model() {
        var document = policy.document();
        return new PolicyModel(
                document.title(),
                new MatrixModels(policy, before, links.matrix()).matrix(),
                document.purposes().stream().map(this::purpose).toList(),
                document.agreements().stream().map(this::agreement).toList(),
                document.agencies().stream().map(this::agency).toList());
    }

    private PurposeModel purpose(Purpose purpose) {
        return new PurposeModel(
                purpose.id().value(),
                purpose.title(),
                policy.stops().stopOf(new Stoppable.OfPurpose(purpose.id())).isPresent()
                        ? List.of(Sign.bad("Stopped"))
                        : List.of(),
                purpose.parent().map(this::title).orElse(""),
                links.to("purposes", purpose.id().value()),
                holders(purpose.id()),
                purpose.grounds().stream()
                        .map(ground -> new GroundModel(
                                CaseWords.ground(ground.type()),
                                ground.text(),
                                PolicyWords.demand(ground),
                                ground.clause()))
                        .toList(),
                rules(purpose),
                purpose.prohibitions().stream()
                        .map(prohibition -> new Saying(name(prohibition.agency()), prohibition.clause()))
                        .toList());
    }

    private List<String> holders(PurposeId purpose) {
        return policy.document().agreements().stream()
                .filter(agreement -> agreement.purposes().stream()
                        .anyMatch(grant -> grant.purpose().equals(purpose)))
                .map(agreement -> name(agreement.agency()))
                .toList();
    }

    private static List<Saying> rules(Purpose purpose) {
        var terms = purpose.terms();
        var says = new ArrayList<Saying>();
        says.add(new Saying("Lawful basis", PolicyWords.basis(purpose.lawfulBasis())));
        says.add(new Saying("Statute", purpose.statute()));
        says.add(new Saying("Decision", PolicyWords.decision(purpose.decision())));
        says.add(new Saying("Countersignature", PolicyWords.countersigning(purpose.countersignature())));
        says.add(new Saying("People who have died", PolicyWords.deceased(purpose.deceased())));
        says.add(new Saying("Search by", PolicyWords.arguments(purpose.searchArguments())));
        says.add(new Saying(
                "Answered within",
                terms.responseWorkingDays() + " working days; " + terms.exceptionalWorkingDays()
                        + " with exceptional priority"));
        says.add(new Saying("Kept by the agency", "for at most " + days(terms.retentionDays())));
        says.add(new Saying(
                "Read again", "within " + days(terms.readableDays()) + ", at most " + times(terms.readings())));
        says.addAll(review(purpose.review()));
        says.add(new Saying("Where a person's data are restricted", PolicyWords.restriction(purpose.restriction())));
        says.add(new Saying(
                "A person's own record",
                purpose.embargo().map(PolicyWords::embargo).orElse("Shows at once")));
        says.add(new Saying("Widening", PolicyWords.consultation(purpose.consultation())));
        return says;
    }

    private static List<Saying> review(ReviewTerms review) {
        var reminders =
                review.reminderWorkingDays().stream().map(String::valueOf).collect(joining(", "));
        return List.of(
                new Saying("Caseworkers", PolicyWords.second(review.secondCaseworker())),
                new Saying("Questions to the agency", PolicyWords.awaited(review.whileInformationIsAwaited())),
                new Saying("Reminders", reminders.isEmpty() ? "None" : "After " + reminders + " working days"),
                new Saying("Details erased", days(review.erasureDays()) + " after the request is closed"));
    }

    private AgreementModel agreement(Agreement agreement) {
        return new AgreementModel(
                agreement.id().value(),
                agreement.title(),
                links.to("agreements", agreement.id().value()),
                name(agreement.agency()),
                isStopped(agreement) ? Sign.bad("Stopped") : PolicyWords.sign(agreement.state()),
                PolicyWords.dates(agreement),
                agreement.statute(),
                agreement.purposes().stream()
                        .map(grant -> new Saying(
                                title(grant.purpose()),
                                CaseWords.sentence(PolicyWords.limits(grant.dailyLimit(), grant.monthlyLimit()))))
                        .toList());
    }

    private AgencyModel agency(Agency agency) {
        return new AgencyModel(
                agency.id().value(),
                agency.name(),
                links.to("agencies", agency.id().value()),
                links.see().isEmpty() ? "" : links.see() + agency.id(),
                agency.group().title(),
                agency.clients().isEmpty() ? "None" : String.join(", ", agency.clients()),
                agency.ranks().isEmpty() ? "None" : String.join(", ", agency.ranks()),
                policy.agreementOf(agency.id()).stream()
                        .flatMap(agreement -> agreement.purposes().stream().map(grant -> scope(agreement, grant)))
                        .toList());
    }

    private Scope scope(Agreement agreement, Agreement.Grant grant) {
        return new Scope(
                "purpose:" + grant.purpose(),
                title(grant.purpose()),
                PolicyWords.limits(grant.dailyLimit(), grant.monthlyLimit()),
                note(agreement, grant.purpose()));
    }

    private String note(Agreement agreement, PurposeId purpose) {
        var asked = new Asker(agreement.agency(), Set.of(purpose));
        return policy.entitlements(asked, _ -> Standing.CLEAR).stream()
                .findFirst()
                .map(entitlement -> note(entitlement.agreement().state()))
                .orElse("prohibited to this agency");
    }

    // A stop shows here as well: whoever is stopped is told that the agreement is suspended.
    private static String note(AgreementState state) {
        return state == AgreementState.ACTIVE ? "" : PolicyWords.state(state).toLowerCase(Locale.UK);
    }

    private boolean isStopped(Agreement agreement) {
        var stops = policy.stops();
        return stops.stopOf(new Stoppable.OfAgreement(agreement.id())).isPresent()
                || stops.stopOf(new Stoppable.OfAgency(agreement.agency())).isPresent();
    }

    private String name(AgencyId agency) {
        return policy.agency(agency).map(Agency::name).orElse(agency.value());
    }

    private String title(PurposeId purpose) {
        return policy.purpose(purpose).map(Purpose::title).orElse(purpose.value());
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }
}
