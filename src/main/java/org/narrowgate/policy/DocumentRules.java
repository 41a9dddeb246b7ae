package org.narrowgate.policy;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.narrowgate.policy.Entitlement.Countersigning;

/** Whether a document agrees with itself: everything named is there, once, and could be followed. */
final class DocumentRules {
    private static final Set<SearchArgument> NAME_AND_BIRTH_DATE =
            Set.of(SearchArgument.FAMILY_NAME, SearchArgument.BIRTH_DATE);

    private static final int MOST_REMINDERS = 5;

    private final PolicyDocument document;
    private final PurposeTree tree;
    private final Map<PurposeId, Lineage> lineages;
    private final Set<AgencyId> agencies;
    private final List<PolicyFault> faults = new ArrayList<>();

    DocumentRules(PolicyDocument document) {
        this.document = document;
        this.tree = new PurposeTree(document.purposes());
        this.lineages = tree.lineages();
        this.agencies = document.agencies().stream().map(Agency::id).collect(toSet());
    }

    List<PolicyFault> faults() {
        faults.clear();
        checkAgencies();
        checkPurposes();
        checkAgreements();
        return List.copyOf(faults);
    }

    private void checkAgencies() {
        var ids = new HashSet<AgencyId>();
        var owners = new HashMap<String, AgencyId>();
        for (int index = 0; index < document.agencies().size(); index++) {
            var agency = document.agencies().get(index);
            var at = "/agencies/" + index;
            unless(ids.add(agency.id()), at + "/id", "`" + agency.id() + "` is named twice");
            checkClients(agency, at + "/clients/", owners);
        }
    }

    private void checkClients(Agency agency, String at, Map<String, AgencyId> owners) {
        for (int index = 0; index < agency.clients().size(); index++) {
            var client = agency.clients().get(index);
            var owner = owners.putIfAbsent(client, agency.id());
            unless(owner == null, at + index, "`" + client + "` belongs to the agency `" + owner + "` already");
        }
    }

    private void checkPurposes() {
        var ids = new HashSet<PurposeId>();
        for (int index = 0; index < document.purposes().size(); index++) {
            var purpose = document.purposes().get(index);
            var at = "/purposes/" + index;
            unless(ids.add(purpose.id()), at + "/id", "`" + purpose.id() + "` is named twice");
            checkParent(purpose, at);
            checkProhibitions(purpose, at + "/prohibitions/");
            checkGrounds(purpose, at + "/grounds/");
            checkTerms(purpose.terms(), at + "/terms");
            checkReview(purpose.review(), purpose.terms(), at + "/review");
        }
    }

    private void checkParent(Purpose purpose, String at) {
        purpose.parent()
                .ifPresent(parent ->
                        unless(lineages.containsKey(parent), at + "/parent", "`" + parent + "` is not a purpose"));
        unless(!tree.isOnCycle(purpose), at + "/parent", "`" + purpose.id() + "` is above itself");
        var lineage = lineages.getOrDefault(purpose.id(), new Lineage(List.of(purpose)));
        unless(
                !lineage.demandsGround() || !lineage.grounds().isEmpty(),
                at + "/grounds",
                "no ground is accepted both here and by the purposes above");
        unless(
                isSearchable(lineage.searchArguments()),
                at + "/searchArguments",
                "nobody can be searched for with these; needed are nhsNumber, or familyName and birthDate with one of"
                        + " givenName, gender, postcode");
    }

    private static boolean isSearchable(Set<SearchArgument> arguments) {
        return arguments.contains(SearchArgument.NHS_NUMBER)
                || (arguments.containsAll(NAME_AND_BIRTH_DATE) && arguments.size() > NAME_AND_BIRTH_DATE.size());
    }

    private void checkProhibitions(Purpose purpose, String at) {
        var prohibited = new HashSet<AgencyId>();
        for (int index = 0; index < purpose.prohibitions().size(); index++) {
            var agency = purpose.prohibitions().get(index).agency();
            unless(prohibited.add(agency), at + index + "/agency", "`" + agency + "` is named twice");
            unless(agencies.contains(agency), at + index + "/agency", "`" + agency + "` is not an agency");
        }
    }

    private void checkGrounds(Purpose purpose, String at) {
        var types = new HashSet<GroundType>();
        for (int index = 0; index < purpose.grounds().size(); index++) {
            var type = purpose.grounds().get(index).type();
            unless(types.add(type), at + index + "/type", "`" + type + "` is named twice");
        }
    }

    private void checkTerms(Purpose.Terms terms, String at) {
        unless(
                terms.exceptionalWorkingDays() <= terms.responseWorkingDays(),
                at + "/exceptionalWorkingDays",
                "longer than without exceptional priority");
        unless(
                terms.readableDays() <= terms.retentionDays(),
                at + "/readableDays",
                "readable for longer than it may be retained");
    }

    private void checkReview(ReviewTerms review, Purpose.Terms terms, String at) {
        // An outcome read again is decided again, on what was asked.
        unless(
                review.erasureDays() >= terms.readableDays(),
                at + "/erasureDays",
                "erased while the outcome may still be read again");
        var reminders = review.reminderWorkingDays();
        unless(
                reminders.size() <= MOST_REMINDERS,
                at + "/reminderWorkingDays",
                "more than " + MOST_REMINDERS + " reminders");
        int before = 0;
        for (int index = 0; index < reminders.size(); index++) {
            int day = reminders.get(index);
            var pointer = at + "/reminderWorkingDays/" + index;
            unless(day > before, pointer, "not later than the reminder before");
            unless(day <= terms.responseWorkingDays(), pointer, "later than the answer is due");
            before = day;
        }
    }

    private void checkAgreements() {
        var ids = new HashSet<AgreementId>();
        var parties = new HashSet<AgencyId>();
        for (int index = 0; index < document.agreements().size(); index++) {
            var agreement = document.agreements().get(index);
            var agency = agreement.agency();
            var at = "/agreements/" + index;
            unless(ids.add(agreement.id()), at + "/id", "`" + agreement.id() + "` is named twice");
            unless(agencies.contains(agency), at + "/agency", "`" + agency + "` is not an agency");
            unless(parties.add(agency), at + "/agency", "`" + agency + "` has an agreement already");
            unless(
                    agreement
                            .validUntil()
                            .filter(agreement.validFrom()::isAfter)
                            .isEmpty(),
                    at + "/validUntil",
                    "before it begins");
            checkGrants(agreement, at + "/purposes/");
        }
    }

    private void checkGrants(Agreement agreement, String at) {
        var purposes = new HashSet<PurposeId>();
        for (int index = 0; index < agreement.purposes().size(); index++) {
            var purpose = agreement.purposes().get(index).purpose();
            var pointer = at + index + "/purpose";
            unless(purposes.add(purpose), pointer, "`" + purpose + "` is named twice");
            unless(lineages.containsKey(purpose), pointer, "`" + purpose + "` is not a purpose");
            unless(
                    canBeSigned(agreement.agency(), purpose),
                    pointer,
                    "`" + purpose + "` needs a countersignature, and no rank of `" + agreement.agency()
                            + "` is accepted");
        }
    }

    private boolean canBeSigned(AgencyId agency, PurposeId purpose) {
        var lineage = lineages.get(purpose);
        return lineage == null
                || lineage.countersignature() == Countersigning.NOT_REQUIRED
                || document.agencies().stream()
                        .filter(party -> party.id().equals(agency))
                        .noneMatch(party -> party.ranks().isEmpty());
    }

    private void unless(boolean holds, String pointer, String message) {
        if (!holds) {
            faults.add(new PolicyFault(pointer, message));
        }
    }
}
