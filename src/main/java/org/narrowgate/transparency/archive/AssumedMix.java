package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.SearchArgument;

/**
 * What we assume the requests of 2016 to have been like where nothing was published: Narrowgate's own, chosen to be
 * plausible, and to be varied.
 *
 * @param groups one for each agency group in the archive
 * @param shortcomings what rejected requests were rejected for
 * @param namedBy how a request named its subject, unless rejected for that
 */
public record AssumedMix(
        List<GroupMix> groups, List<Weighted<Shortcoming>> shortcomings, List<Weighted<Set<SearchArgument>>> namedBy) {
    /** Stands beside every figure that depends on the mix. */
    public static final String CAUTION = "Which offences and grounds these requests named, how they were signed, why"
            + " some were rejected, and how they spread over the months was never published: that mix is Narrowgate's"
            + " assumption, and so is every figure that depends on it.";

    private static final PurposeId IMMIGRATION = new PurposeId("immigration-tracing");
    private static final PurposeId MISSING_PERSON = new PurposeId("missing-vulnerable-person");
    private static final PurposeId CRIME = new PurposeId("serious-crime-investigation");
    private static final PurposeId WARRANT = new PurposeId("arrest-warrant");

    private static final List<String> GRAVE = List.of(
            "rape", "robbery", "grievous-bodily-harm-with-intent", "supplying-class-a-drug", "burglary-of-a-dwelling");
    private static final List<String> MIDDLING = List.of(
            "fraud", "theft", "actual-bodily-harm", "false-identity-documents-with-intent", "burglary-of-a-dwelling");
    private static final List<String> MINOR = List.of("common-assault", "harassment", "drink-driving", "fare-evasion");

    public AssumedMix {
        groups = List.copyOf(groups);
        shortcomings = List.copyOf(shortcomings);
        namedBy = List.copyOf(namedBy);
    }

    /** The mix that the archive is made with. Weights are out of a thousand. */
    public static AssumedMix assumed() {
        return new AssumedMix(
                List.of(homeOffice(), police(), nationalCrimeAgency()),
                List.of(
                        new Weighted<>(800, Shortcoming.SOURCES_NOT_TRIED),
                        new Weighted<>(200, Shortcoming.NAMED_BY_NHS_NUMBER)),
                List.of(
                        new Weighted<>(
                                600,
                                Set.of(
                                        SearchArgument.FAMILY_NAME,
                                        SearchArgument.GIVEN_NAME,
                                        SearchArgument.BIRTH_DATE,
                                        SearchArgument.GENDER)),
                        new Weighted<>(
                                250,
                                Set.of(
                                        SearchArgument.FAMILY_NAME,
                                        SearchArgument.GIVEN_NAME,
                                        SearchArgument.BIRTH_DATE)),
                        new Weighted<>(
                                150,
                                Set.of(
                                        SearchArgument.FAMILY_NAME,
                                        SearchArgument.BIRTH_DATE,
                                        SearchArgument.POSTCODE))));
    }

    /** The same, but for one agency group. */
    public AssumedMix with(GroupMix changed) {
        var others = groups.stream().filter(mix -> mix.group() != changed.group());
        return new AssumedMix(Stream.concat(others, Stream.of(changed)).toList(), shortcomings, namedBy);
    }

    /** @throws IllegalArgumentException where nothing is assumed of the group */
    GroupMix of(AgencyGroup group) {
        return groups.stream()
                .filter(mix -> mix.group() == group)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is assumed of " + group.title()));
    }

    // The shares of a thousand follow what was expected of the commitment of 9 May 2018, that it would exclude over
    // 90 % of earlier requests: overstaying, illegal entry and breach alone, or no ground, are most of it.
    private static GroupMix homeOffice() {
        return new GroupMix(
                AgencyGroup.HOME_OFFICE,
                new AgencyId("home-office"),
                List.of(
                        share(560, IMMIGRATION, suspected(OffenceStage.INVESTIGATED, "overstaying")),
                        share(180, IMMIGRATION, suspected(OffenceStage.INVESTIGATED, "illegal-entry")),
                        share(80, IMMIGRATION, suspected(OffenceStage.INVESTIGATED, "breach-of-conditions")),
                        share(70, IMMIGRATION, new Stated.Nothing()),
                        share(20, IMMIGRATION, new Stated.Convicted(MINOR, 1, 3)),
                        share(25, IMMIGRATION, new Stated.Convicted(MIDDLING, 2, 11)),
                        share(15, IMMIGRATION, new Stated.Suspected(MIDDLING, OffenceStage.CHARGED)),
                        share(25, IMMIGRATION, new Stated.Convicted(GRAVE, 12, 96)),
                        share(10, IMMIGRATION, new Stated.PublicSecurityRisk()),
                        share(15, IMMIGRATION, new Stated.MissingVulnerablePerson())),
                signed("inspector", "immigration-officer"));
    }

    private static GroupMix police() {
        return new GroupMix(
                AgencyGroup.POLICE,
                new AgencyId("police-north"),
                List.of(
                        share(300, CRIME, new Stated.Suspected(GRAVE, OffenceStage.INVESTIGATED)),
                        share(250, CRIME, new Stated.Suspected(MIDDLING, OffenceStage.INVESTIGATED)),
                        share(200, CRIME, new Stated.Suspected(MINOR, OffenceStage.INVESTIGATED)),
                        share(100, CRIME, new Stated.Suspected(MIDDLING, OffenceStage.CHARGED)),
                        share(150, MISSING_PERSON, new Stated.MissingVulnerablePerson())),
                signed("inspector", "sergeant"));
    }

    private static GroupMix nationalCrimeAgency() {
        return new GroupMix(
                AgencyGroup.NATIONAL_CRIME_AGENCY,
                new AgencyId("national-crime-agency"),
                List.of(
                        share(800, WARRANT, new Stated.ArrestWarrant()),
                        share(150, CRIME, new Stated.Suspected(GRAVE, OffenceStage.INVESTIGATED)),
                        share(50, CRIME, new Stated.Suspected(MIDDLING, OffenceStage.INVESTIGATED))),
                signed("operations-manager", "investigator"));
    }

    private static Weighted<Case> share(int perThousand, PurposeId purpose, Stated stated) {
        return new Weighted<>(perThousand, new Case(purpose, stated));
    }

    private static Stated suspected(OffenceStage stage, String offence) {
        return new Stated.Suspected(List.of(offence), stage);
    }

    private static List<Weighted<Optional<String>>> signed(String senior, String junior) {
        return List.of(
                new Weighted<>(700, Optional.of(senior)),
                new Weighted<>(150, Optional.of(junior)),
                new Weighted<>(150, Optional.empty()));
    }

    /** Why a request was made, and what was put forward for it. */
    public record Case(PurposeId purpose, Stated stated) {
        public Case {
            requireNonNull(purpose);
            requireNonNull(stated);
        }
    }

    /**
     * What is assumed of one agency group.
     *
     * @param agency the one agency whose requests stand for the whole group's
     * @param countersignedBy ranks; empty where nobody signed
     */
    public record GroupMix(
            AgencyGroup group,
            AgencyId agency,
            List<Weighted<Case>> cases,
            List<Weighted<Optional<String>>> countersignedBy) {
        public GroupMix {
            requireNonNull(group);
            requireNonNull(agency);
            cases = List.copyOf(cases);
            countersignedBy = List.copyOf(countersignedBy);
        }
    }
}
