package org.narrowgate.policy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The law that no policy document may exceed. What a document cannot even say (a field outside the catalogue, two
 * people in one request, an unbounded retention) is not repeated here.
 */
final class StatutoryCeiling {
    /** The power without which there is nothing to share under: cited where an agency has no agreement at all. */
    static final String POWER_TO_SHARE = "Health and Social Care Act 2012 s.261";

    /** Overstaying and illegal entry alone are excluded, whatever sentence they carry. */
    static final String EXCLUDED_OFFENCES = "commitment of 9 May 2018, ground 1";

    /** Offences carrying at least twelve months' imprisonment: commitment of 9 May 2018, ground 1. */
    static final int LEAST_THRESHOLD_MONTHS = 12;

    /** The duty to respect and promote privacy, which was not observed in the sharing before 2018. */
    private static final String PRIVACY = "Health and Social Care Act 2012 s.253(1)(ca)";

    /** Not open to public authorities performing their tasks, and there are no others here. */
    private static final String LEGITIMATE_INTERESTS = "GDPR article 6(1), second subparagraph";

    private static final String NARROWED_TO = "commitment of 9 May 2018, grounds 1 to 3";

    /** The only three grounds left by the commitment of 9 May 2018. */
    private static final Set<GroundType> GROUNDS_FOR_IMMIGRATION = EnumSet.of(
            GroundType.SERIOUS_CRIMINALITY, GroundType.PUBLIC_SECURITY_RISK, GroundType.MISSING_VULNERABLE_PERSON);

    /** Agencies with immigration functions: the Home Office and what is part of it. What bears such a name is one. */
    private static final Set<String> IMMIGRATION_AGENCIES =
            Set.of("home-office", "border-force", "immigration-enforcement", "uk-visas-and-immigration");

    /** Rights of access may be delayed case by case and for a time, never for good. */
    private static final String EXEMPTIONS = "Data Protection Act 2018 Schedule 2 paragraphs 2 and 5";

    private static final int MOST_MONTHS_TO_REVIEW = 12;

    private final PolicyDocument document;
    private final Map<PurposeId, Lineage> lineages;
    private final List<PolicyFault> faults = new ArrayList<>();

    StatutoryCeiling(PolicyDocument document) {
        this.document = document;
        this.lineages = new PurposeTree(document.purposes()).lineages();
    }

    List<PolicyFault> faults() {
        faults.clear();
        each(document.agencies(), "/agencies/", this::checkAgency);
        each(document.purposes(), "/purposes/", this::checkPurpose);
        each(document.agreements(), "/agreements/", this::checkAgreement);
        return List.copyOf(faults);
    }

    /** What depends on when a document comes into force: an embargo is reviewed within a year of that. */
    static List<PolicyFault> faultsInForceFrom(LocalDate day, PolicyDocument document) {
        var faults = new ArrayList<PolicyFault>();
        var last = day.plusMonths(MOST_MONTHS_TO_REVIEW);
        each(
                document.purposes(),
                "/purposes/",
                (purpose, at) -> purpose.embargo()
                        .filter(embargo -> embargo.reviewBy().isAfter(last))
                        .ifPresent(_ -> faults.add(new PolicyFault(
                                at + "/embargo/reviewBy",
                                "later than " + last + ", " + MOST_MONTHS_TO_REVIEW
                                        + " months after this version comes into" + " force (" + EXEMPTIONS + ")"))));
        return List.copyOf(faults);
    }

    /** Immigration-only offences never count as serious criminality. */
    static boolean excludes(Offence offence) {
        return offence.kind() == Offence.Kind.IMMIGRATION_ONLY;
    }

    static boolean hasImmigrationFunctions(Agency agency) {
        return agency.group() == AgencyGroup.HOME_OFFICE || isCalledLikeOne(agency);
    }

    private static boolean isCalledLikeOne(Agency agency) {
        return namesOne(agency.id().value()) || namesOne(agency.name());
    }

    // However it is written, and whatever stands around it: Home Office, home_office-tracing, The Hóme Office.
    private static boolean namesOne(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        var words = "-" + letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
        return IMMIGRATION_AGENCIES.stream().anyMatch(agency -> words.contains("-" + agency + "-"));
    }

    private void checkAgency(Agency agency, String at) {
        // Else its requests would be hidden among another agency's in the register.
        unless(
                !isCalledLikeOne(agency) || agency.group() == AgencyGroup.HOME_OFFICE,
                at + "/group",
                "`" + agency.group().title() + "`, for an agency with immigration functions, which is counted as `"
                        + AgencyGroup.HOME_OFFICE.title() + "` (" + NARROWED_TO + ")");
        // Else its client could be given to an agency that need not show a ground.
        each(
                agency.clients(),
                at + "/clients/",
                (client, pointer) -> unless(
                        hasImmigrationFunctions(agency) || !namesOne(client),
                        pointer,
                        "`" + client + "` is a client of an agency with immigration functions (" + NARROWED_TO + ")"));
    }

    private void checkPurpose(Purpose purpose, String at) {
        each(purpose.grounds(), at + "/grounds/", this::checkThreshold);
        unless(
                purpose.lawfulBasis() != LawfulBasis.LEGITIMATE_INTERESTS,
                at + "/lawfulBasis",
                "legitimate interests are not open to public authorities (" + LEGITIMATE_INTERESTS + ")");
        // The lines of an address are as good as its postcode.
        unless(
                !isReleased(purpose, Field.ADDRESS_LINES) || isReleased(purpose, Field.ADDRESS_POSTCODE),
                at + "/treatments/" + Field.ADDRESS_LINES.path(),
                "released where address.postcode, which they tell, is not (" + PRIVACY + ")");
    }

    private void checkThreshold(GroundDemand ground, String at) {
        unless(
                !(ground instanceof GroundDemand.SeriousCriminality criminality)
                        || criminality.thresholdMonths() >= LEAST_THRESHOLD_MONTHS,
                at + "/thresholdMonths",
                "below " + LEAST_THRESHOLD_MONTHS + " months (commitment of 9 May 2018, ground 1)");
    }

    private static boolean isReleased(Purpose purpose, Field field) {
        return purpose.treatments().get(field) instanceof FieldTreatment.Release;
    }

    private void checkAgreement(Agreement agreement, String at) {
        boolean immigration = document.agencies().stream()
                .filter(agency -> agency.id().equals(agreement.agency()))
                .anyMatch(StatutoryCeiling::hasImmigrationFunctions);
        if (immigration) {
            each(agreement.purposes(), at + "/purposes/", this::checkNarrowed);
        }
    }

    private void checkNarrowed(Agreement.Grant grant, String at) {
        var lineage = lineages.get(grant.purpose());
        if (lineage == null) {
            return;
        }
        unless(
                lineage.demandsGround(),
                at + "/purpose",
                "`" + grant.purpose() + "` demands no ground, for an agency with immigration functions (" + NARROWED_TO
                        + ")");
        for (var type : GroundType.values()) {
            unless(
                    GROUNDS_FOR_IMMIGRATION.contains(type) || !lineage.demandsGround() || !lineage.accepts(type),
                    at + "/purpose",
                    "`" + grant.purpose() + "` accepts " + type + ", for an agency with immigration functions ("
                            + NARROWED_TO + ")");
        }
    }

    private void unless(boolean holds, String pointer, String message) {
        if (!holds) {
            faults.add(new PolicyFault(pointer, message));
        }
    }

    private static <T> void each(List<T> items, String at, BiConsumer<T, String> check) {
        IntStream.range(0, items.size()).forEach(index -> check.accept(items.get(index), at + index));
    }
}
