package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.GroundDemand.Directions;
import org.narrowgate.policy.GroundDemand.SentenceMeasure;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

/** Policies without a fault, made up from a seed: trees of purposes, and agencies that hold some of them. */
public final class RandomPolicies {
    /** The day around which agreements begin and end. */
    public static final LocalDate TODAY = Asked.TODAY;

    private static final Pattern GRANT = Pattern.compile("/agreements/(\\d+)/purposes/(\\d+)/purpose");
    private static final List<String> AGENCIES = List.of(
            "home-office", "border-force", "police-north", "court-service", "coroner", "counter-fraud", "case-review");

    private static final Set<String> IMMIGRATION = Set.of("home-office", "border-force");
    private static final List<LawfulBasis> BASES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(LawfulBasis.LEGITIMATE_INTERESTS)));

    private final Random random;

    public RandomPolicies(long seed) {
        this.random = new Random(seed);
    }

    /** One more, of another shape each time. */
    public Policy next() {
        var agencies = agencies();
        var purposes = purposes(agencies);
        var agreements = agreements(agencies, purposes);
        var document = new PolicyDocument("document " + random.nextInt(1_000), agencies, purposes, agreements);
        try {
            return Policy.of(document);
        } catch (PolicyFaultsException e) {
            return Policy.of(withoutGrants(document, e.faults()));
        }
    }

    /** The same policy, altered in a place or a few; without a fault as well. */
    public Policy edited(Policy policy) {
        var mutations =
                new Mutations(random, 0).learning(policy.canonicalJson()).learning(next().canonicalJson());
        while (true) {
            try {
                return Policy.read(mutations.of(policy.canonicalJson(), 3).toString());
            } catch (PolicyFaultsException e) {
                // Another one, then.
            }
        }
    }

    /** Only what is given to whom can be beyond the rules here: that is taken back. */
    private static PolicyDocument withoutGrants(PolicyDocument document, List<PolicyFault> faults) {
        var agreements = new ArrayList<>(document.agreements());
        var pointers = faults.stream().map(PolicyFault::pointer).collect(toUnmodifiableSet());
        if (!pointers.stream().allMatch(pointer -> GRANT.matcher(pointer).matches())) {
            throw new PolicyFaultsException(faults);
        }
        for (int index = 0; index < agreements.size(); index++) {
            int at = index;
            var agreement = agreements.get(index);
            var kept = IntStream.range(0, agreement.purposes().size())
                    .filter(grant -> !pointers.contains("/agreements/" + at + "/purposes/" + grant + "/purpose"))
                    .mapToObj(agreement.purposes()::get)
                    .toList();
            agreements.set(index, granting(agreement, kept));
        }
        return new PolicyDocument(document.title(), document.agencies(), document.purposes(), agreements);
    }

    private static Agreement granting(Agreement agreement, List<Agreement.Grant> grants) {
        return new Agreement(
                agreement.id(),
                agreement.agency(),
                agreement.title(),
                agreement.statute(),
                agreement.state(),
                agreement.validFrom(),
                agreement.validUntil(),
                grants,
                agreement.clauses());
    }

    private List<Agency> agencies() {
        return some(AGENCIES, 2).stream()
                .map(id -> new Agency(
                        new AgencyId(id),
                        id.replace('-', ' '),
                        IMMIGRATION.contains(id) ? AgencyGroup.HOME_OFFICE : any(AgencyGroup.values()),
                        random.nextBoolean() ? List.of(id) : List.of(id, id + "-2"),
                        some(List.of("inspector", "superintendent", "deputy-director"), 0)))
                .toList();
    }

    private List<Purpose> purposes(List<Agency> agencies) {
        var core = any(GroundType.values());
        var searched = random.nextBoolean()
                ? EnumSet.of(SearchArgument.NHS_NUMBER)
                : EnumSet.of(SearchArgument.FAMILY_NAME, SearchArgument.BIRTH_DATE, SearchArgument.POSTCODE);
        var purposes = new ArrayList<Purpose>();
        int count = 2 + random.nextInt(6);
        for (int index = 0; index < count; index++) {
            Optional<PurposeId> above = purposes.isEmpty() || random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.of(any(purposes).id());
            purposes.add(purpose(new PurposeId("purpose-" + index), above, agencies, core, searched));
        }
        Collections.shuffle(purposes, random);
        return purposes;
    }

    private Purpose purpose(
            PurposeId id,
            Optional<PurposeId> above,
            List<Agency> agencies,
            GroundType core,
            Set<SearchArgument> searched) {
        var arguments = EnumSet.copyOf(searched);
        arguments.addAll(some(List.of(SearchArgument.values()), 0));
        var terms = terms();
        return new Purpose(
                id,
                "purpose " + random.nextInt(100),
                above,
                random.nextInt(4) == 0
                        ? List.of(new Purpose.Prohibition(any(agencies).id(), "prohibition " + random.nextInt(100)))
                        : List.of(),
                any(Consultation.values()),
                any(BASES),
                "statute " + random.nextInt(100),
                any(DecisionMode.values()),
                random.nextInt(3) == 0 ? Countersigning.REQUIRED : Countersigning.NOT_REQUIRED,
                any(Deceased.values()),
                treatments(),
                arguments,
                grounds(core),
                terms,
                review(terms),
                any(Restriction.values()),
                embargo());
    }

    private Map<Field, FieldTreatment> treatments() {
        var treatments = Arrays.stream(Field.values()).collect(toUnmodifiableMap(Function.identity(), this::treatment));
        // Lines are as good as a postcode, so where they are released it must be.
        return treatments.get(Field.ADDRESS_POSTCODE) instanceof FieldTreatment.Release
                ? treatments
                : treatments.entrySet().stream()
                        .collect(toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> entry.getKey() == Field.ADDRESS_LINES
                                        ? new FieldTreatment.Withhold()
                                        : entry.getValue()));
    }

    private FieldTreatment treatment(Field field) {
        return switch (random.nextInt(4)) {
            case 0 -> new FieldTreatment.Withhold();
            case 1 ->
                field.precisions().isEmpty()
                        ? new FieldTreatment.Withhold()
                        : new FieldTreatment.Generalise(
                                any(field.precisions().stream().sorted().toList()));
            default -> new FieldTreatment.Release();
        };
    }

    private List<GroundDemand> grounds(GroundType core) {
        if (random.nextInt(4) == 0) {
            return List.of();
        }
        var types = EnumSet.of(core);
        types.addAll(some(List.of(GroundType.values()), 0));
        var demands = new ArrayList<>(types.stream().map(this::demand).toList());
        Collections.shuffle(demands, random);
        return demands;
    }

    private GroundDemand demand(GroundType type) {
        var clause = "clause " + random.nextInt(100);
        var text = "what is demanded " + random.nextInt(100);
        return switch (type) {
            case SERIOUS_CRIMINALITY ->
                new GroundDemand.SeriousCriminality(
                        clause,
                        text,
                        random.nextInt(12, 60),
                        any(SentenceMeasure.values()),
                        any(OffenceStage.values()));
            case PUBLIC_SECURITY_RISK -> new GroundDemand.PublicSecurityRisk(clause, text);
            case MISSING_VULNERABLE_PERSON -> new GroundDemand.MissingVulnerablePerson(clause, text);
            case COURT_ORDER -> new GroundDemand.CourtOrder(clause, text, any(Directions.values()));
        };
    }

    private Purpose.Terms terms() {
        int response = random.nextInt(1, 61);
        int retention = random.nextInt(1, 3_651);
        return new Purpose.Terms(
                response,
                random.nextInt(1, response + 1),
                retention,
                random.nextInt(1, Math.min(365, retention) + 1),
                random.nextInt(1, 101));
    }

    private ReviewTerms review(Purpose.Terms terms) {
        return new ReviewTerms(
                any(SecondCaseworker.values()),
                any(AwaitedInformation.values()),
                random.ints(random.nextInt(6), 1, terms.responseWorkingDays() + 1)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList(),
                random.nextInt(terms.readableDays(), 3_651));
    }

    private Optional<Purpose.Embargo> embargo() {
        return random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(new Purpose.Embargo(
                        random.nextInt(1, 366),
                        TODAY.plusDays(random.nextInt(-100, 365)),
                        "embargo " + random.nextInt(100)));
    }

    private List<Agreement> agreements(List<Agency> agencies, List<Purpose> purposes) {
        return some(agencies, 1).stream()
                .map(agency -> agreement(agency, purposes))
                .toList();
    }

    private Agreement agreement(Agency agency, List<Purpose> purposes) {
        var from = TODAY.minusDays(random.nextInt(-10, 1_000));
        return new Agreement(
                new AgreementId(agency.id() + "-agreement"),
                agency.id(),
                "agreement " + random.nextInt(100),
                "statute " + random.nextInt(100),
                random.nextInt(5) == 0 ? any(AgreementState.values()) : AgreementState.ACTIVE,
                from,
                random.nextBoolean() ? Optional.empty() : Optional.of(from.plusDays(random.nextInt(2_000))),
                some(purposes, 1).stream()
                        .map(purpose -> new Agreement.Grant(purpose.id(), limit(), limit()))
                        .toList(),
                clauses());
    }

    private OptionalInt limit() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(1, 500));
    }

    private Agreement.Clauses clauses() {
        var clause = "clause " + random.nextInt(100) + ", ";
        return new Agreement.Clauses(
                clause + "purposes",
                clause + "term",
                clause + "grounds",
                clause + "sources",
                clause + "countersignature",
                clause + "search",
                clause + "destruction",
                clause + "limits",
                clause + "public interest");
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> List<T> some(List<T> of, int least) {
        var all = new ArrayList<>(of);
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, random.nextInt(least, all.size() + 1)));
    }
}
