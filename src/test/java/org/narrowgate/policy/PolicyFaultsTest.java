package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case breaks the shipped document in one place. */
class PolicyFaultsTest {
    private static final String NARROWED =
            ", for an agency with immigration functions (commitment of 9 May 2018, grounds 1 to 3)";

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource({"beyondTheCeiling", "notAgreeingWithItself"})
    void tellsWhereAndWhatARuleForbids(String pointer, String json, String faultPointer, String message) {
        // Given
        var broken = new ShippedDocument().with(pointer, json).json();
        // When
        var faults = faultsOf(broken);
        // Then
        assertThat(faults).containsExactly(new PolicyFault(faultPointer, message));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("notOfTheForm")
    void tellsFirstWhereAndWhatCannotBeRead(String pointer, String json, String faultPointer, String message) {
        // Given
        var broken = new ShippedDocument().with(pointer, json).json();
        // When
        var faults = faultsOf(broken);
        // Then
        assertThat(faults).first().isEqualTo(new PolicyFault(faultPointer, message));
    }

    static Stream<Arguments> beyondTheCeiling() {
        return Stream.of(
                at(
                        "/purposes/0/grounds/0/thresholdMonths",
                        "11",
                        "below 12 months (commitment of 9 May 2018, ground 1)"),
                at(
                        "/purposes/2/grounds/0/thresholdMonths",
                        "0",
                        "below 12 months (commitment of 9 May 2018, ground 1)"),
                Arguments.of(
                        "/purposes/0/grounds",
                        "[]",
                        "/agreements/0/purposes/0/purpose",
                        "`immigration-tracing` demands no ground" + NARROWED),
                Arguments.of(
                        "/purposes/0/grounds/-",
                        "{\"type\": \"COURT_ORDER\", \"clause\": \"c\", \"text\": \"t\", \"directions\": \"REQUIRED\"}",
                        "/agreements/0/purposes/0/purpose",
                        "`immigration-tracing` accepts COURT_ORDER" + NARROWED),
                Arguments.of(
                        "/agreements/0/purposes/-",
                        "{\"purpose\": \"case-review\"}",
                        "/agreements/0/purposes/2/purpose",
                        "`case-review` demands no ground" + NARROWED),
                Arguments.of(
                        "/agencies/4/group",
                        "\"Home Office\"",
                        "/agreements/4/purposes/0/purpose",
                        "`coroner-primary-care` demands no ground" + NARROWED),
                Arguments.of(
                        "/agencies/6/clients/-",
                        "\"border-force\"",
                        "/agencies/6/clients/1",
                        "`border-force` is a client of an agency with immigration functions"
                                + " (commitment of 9 May 2018, grounds 1 to 3)"),
                at(
                        "/agencies/0/group",
                        "\"Police\"",
                        "`Police`, for an agency with immigration functions, which is counted as `Home Office`"
                                + " (commitment of 9 May 2018, grounds 1 to 3)"),
                Arguments.of(
                        "/agencies/6/clients/-",
                        "\"Home_Office-tracing\"",
                        "/agencies/6/clients/1",
                        "`Home_Office-tracing` is a client of an agency with immigration functions"
                                + " (commitment of 9 May 2018, grounds 1 to 3)"),
                at(
                        "/purposes/7/lawfulBasis",
                        "\"LEGITIMATE_INTERESTS\"",
                        "legitimate interests are not open to public authorities"
                                + " (GDPR article 6(1), second subparagraph)"),
                Arguments.of(
                        "/purposes/0/treatments/address.postcode",
                        "\"generalised to district\"",
                        "/purposes/0/treatments/address.lines",
                        "released where address.postcode, which they tell, is not"
                                + " (Health and Social Care Act 2012 s.253(1)(ca))"),
                Arguments.of(
                        "/purposes/0/treatments/address.postcode",
                        "\"withheld\"",
                        "/purposes/0/treatments/address.lines",
                        "released where address.postcode, which they tell, is not"
                                + " (Health and Social Care Act 2012 s.253(1)(ca))"));
    }

    static Stream<Arguments> notAgreeingWithItself() {
        return Stream.of(
                at("/agencies/6/clients/0", "\"coroner\"", "`coroner` belongs to the agency `coroner` already"),
                at("/purposes/7/parent", "\"no-such-purpose\"", "`no-such-purpose` is not a purpose"),
                at("/purposes/7/parent", "\"counter-fraud\"", "`counter-fraud` is above itself"),
                Arguments.of(
                        "/purposes/4/parent",
                        "\"missing-vulnerable-person\"",
                        "/purposes/4/grounds",
                        "no ground is accepted both here and by the purposes above"),
                at(
                        "/purposes/7/searchArguments",
                        "[\"familyName\", \"birthDate\"]",
                        "nobody can be searched for with these; needed are nhsNumber, or familyName and birthDate with"
                                + " one of givenName, gender, postcode"),
                Arguments.of(
                        "/purposes/7/prohibitions/-",
                        "{\"agency\": \"nobody\", \"clause\": \"c\"}",
                        "/purposes/7/prohibitions/0/agency",
                        "`nobody` is not an agency"),
                Arguments.of(
                        "/purposes/0/grounds/-",
                        "{\"type\": \"PUBLIC_SECURITY_RISK\", \"clause\": \"c\", \"text\": \"t\"}",
                        "/purposes/0/grounds/3/type",
                        "`PUBLIC_SECURITY_RISK` is named twice"),
                at("/purposes/0/terms/exceptionalWorkingDays", "21", "longer than without exceptional priority"),
                at("/purposes/1/terms/readableDays", "91", "readable for longer than it may be retained"),
                at("/purposes/6/review/erasureDays", "29", "erased while the outcome may still be read again"),
                Arguments.of(
                        "/purposes/0/review/reminderWorkingDays",
                        "[10, 10, 19]",
                        "/purposes/0/review/reminderWorkingDays/1",
                        "not later than the reminder before"),
                at("/purposes/1/review/reminderWorkingDays/1", "6", "later than the answer is due"),
                at("/purposes/0/review/reminderWorkingDays", "[1, 2, 3, 4, 5, 6]", "more than 5 reminders"),
                at("/agreements/6/agency", "\"nobody\"", "`nobody` is not an agency"),
                at("/agreements/6/agency", "\"coroner\"", "`coroner` has an agreement already"),
                at("/agreements/6/id", "\"coroner-agreement\"", "`coroner-agreement` is named twice"),
                at("/agreements/6/validUntil", "\"2018-05-08\"", "before it begins"),
                at("/agreements/6/purposes/0/purpose", "\"no-such-purpose\"", "`no-such-purpose` is not a purpose"),
                Arguments.of(
                        "/agreements/6/purposes/-",
                        "{\"purpose\": \"counter-fraud\"}",
                        "/agreements/6/purposes/1/purpose",
                        "`counter-fraud` is named twice"),
                Arguments.of(
                        "/agencies/1/ranks",
                        "[]",
                        "/agreements/1/purposes/1/purpose",
                        "`serious-crime-investigation` needs a countersignature, and no rank of `police-north` is"
                                + " accepted"));
    }

    static Stream<Arguments> notOfTheForm() {
        return Stream.of(
                at("/purposes/0/terms/retentionDays", "0", "not a whole number from 1 to 3650"),
                at("/purposes/0/terms/retentionDays", "3651", "not a whole number from 1 to 3650"),
                at("/purposes/0/terms/readings", "0", "not a whole number from 1 to 100"),
                at("/purposes/0/terms/readings", "101", "not a whole number from 1 to 100"),
                at("/purposes/0/terms/readableDays", "0", "not a whole number from 1 to 365"),
                at("/purposes/0/terms/responseWorkingDays", "61", "not a whole number from 1 to 60"),
                at("/format", "\"2\"", "`\"2\"` is not a format that this software reads, which are 1, 2 and 3"),
                at("/title", "null", "null"),
                at("/title", "\" \"", "not a text"),
                at("/title", "\"" + "x".repeat(501) + "\"", "longer than 500 characters"),
                at("/note", "\"x\"", "unknown property"),
                at("/agencies", "{}", "not a list"),
                at("/agencies/0", "\"home-office\"", "not an object"),
                at("/agencies/0/group", "\"MI5\"", "`MI5` is not a column of the register"),
                at("/agencies/0/clients/0", "\"two words\"", "`two words` is not a client id"),
                at("/agencies/0/ranks/0", "\"Inspector\"", "`Inspector` is not lower-case words"),
                at("/agencies/0/ranks/1", "\"inspector\"", "`inspector` is named twice"),
                at("/purposes/0/treatments/shoeSize", "\"released\"", "unknown property"),
                at(
                        "/purposes/0/treatments/gender",
                        "\"shown\"",
                        "`shown` is not one of the treatments of gender: released, withheld"),
                at(
                        "/purposes/0/treatments/gender",
                        "\"generalised to year\"",
                        "`generalised to year` is not one of the treatments of gender: released, withheld"),
                at(
                        "/purposes/0/treatments/birthDate",
                        "\"generalised to district\"",
                        "`generalised to district` is not one of the treatments of birthDate: released, generalised to"
                                + " month, generalised to year, withheld"),
                at("/purposes/0/treatments/gender", "true", "not a text"),
                at("/purposes/0/terms/readings", "3.5", "not a whole number from 1 to 100"),
                at("/purposes/0/terms/readings", "\"3\"", "not a whole number from 1 to 100"),
                at("/purposes/0/terms/readings", "99999999999", "not a whole number from 1 to 100"),
                at("/purposes/0/searchArguments/0", "\"shoeSize\"", "`shoeSize` is not a search argument"),
                at("/purposes/0/decision", "\"SOMETIMES\"", "`SOMETIMES` is not one of [AUTOMATIC, CASE_BY_CASE]"),
                at(
                        "/purposes/0/grounds/1/type",
                        "\"CURIOSITY\"",
                        "`CURIOSITY` is not one of [SERIOUS_CRIMINALITY, PUBLIC_SECURITY_RISK,"
                                + " MISSING_VULNERABLE_PERSON, COURT_ORDER]"),
                at("/purposes/0/grounds/1/thresholdMonths", "12", "unknown property"),
                at(
                        "/purposes/0/lawfulBasis",
                        "\"HABIT\"",
                        "`HABIT` is not one of [CONSENT, CONTRACT, LEGAL_OBLIGATION,"
                                + " VITAL_INTERESTS, PUBLIC_TASK, LEGITIMATE_INTERESTS]"),
                at("/purposes/0/review", "null", "null"),
                at("/purposes/0/review", "[]", "not an object"),
                at("/purposes/0/review/note", "\"x\"", "unknown property"),
                at("/purposes/0/review/secondCaseworker", "true", "not a text"),
                at(
                        "/purposes/0/review/secondCaseworker",
                        "\"SOMETIMES\"",
                        "`SOMETIMES` is not one of [REQUIRED, NOT_REQUIRED]"),
                at(
                        "/purposes/0/review/whileInformationIsAwaited",
                        "\"STOPS\"",
                        "`STOPS` is not one of [CLOCK_STOPS, CLOCK_RUNS]"),
                at("/purposes/0/review/reminderWorkingDays", "10", "not a list"),
                at("/purposes/0/review/reminderWorkingDays/0", "0", "not a whole number from 1 to 60"),
                at("/purposes/0/review/reminderWorkingDays/2", "\"19\"", "not a whole number from 1 to 60"),
                at("/purposes/0/review/erasureDays", "0", "not a whole number from 1 to 3650"),
                at("/purposes/0/review/erasureDays", "3651", "not a whole number from 1 to 3650"),
                at("/purposes/0/restriction", "\"BENDS\"", "`BENDS` is not one of [YIELDS, STANDS]"),
                at("/purposes/0/embargo", "null", "null"),
                Arguments.of(
                        "/purposes/0/embargo",
                        "{\"days\": 30, \"reviewBy\": \"2019-05-09\"}",
                        "/purposes/0/embargo/reason",
                        "missing"),
                embargoed("days", "0", "not a whole number from 1 to 365"),
                embargoed("days", "366", "not a whole number from 1 to 365"),
                embargoed("reviewBy", "\"in a year\"", "not a date like `2018-05-09`"),
                embargoed("reason", "\" \"", "not a text"),
                embargoed("until", "\"2019-05-09\"", "unknown property"),
                at("/purposes/7/parent", "null", "null"),
                at("/agreements/0/validFrom", "\"9 May 2018\"", "not a date like `2018-05-09`"),
                at("/agreements/0/validFrom", "20180509", "not a date like `2018-05-09`"),
                at("/agreements/0/purposes/0/dailyLimit", "0", "not a whole number from 1 to 1000000"),
                at("/agreements/0/purposes/0/dailyLimit", "null", "null"),
                at("/agreements/0/id", "\"The Agreement\"", "`The Agreement` is not lower-case words with hyphens"));
    }

    @Test
    void knowsAnAgencyWithImmigrationFunctionsByWhateverItIsCalled() {
        for (var name :
                List.of("Border Force", "home  office, removals", "The Hóme Office", "UK Visas and Immigration")) {
            // Given
            var broken = new ShippedDocument()
                    .with("/agencies/4/name", "\"" + name + "\"")
                    .json();
            // When
            var faults = faultsOf(broken);
            // Then
            assertThat(faults)
                    .containsExactly(
                            new PolicyFault(
                                    "/agencies/4/group",
                                    "`HM Coroner`, for an agency with immigration functions, which is counted as `Home"
                                            + " Office` (commitment of 9 May 2018, grounds 1 to 3)"),
                            new PolicyFault(
                                    "/agreements/4/purposes/0/purpose",
                                    "`coroner-primary-care` demands no ground" + NARROWED));
        }
    }

    @Test
    void demandsAGroundOfWhatAnImmigrationAgencyHoldsBelowAnotherPurpose() {
        // Given
        var above = new ShippedDocument().at("/purposes/6").replace("\"case-review\"", "\"above\"");
        var below = new ShippedDocument()
                .with("/purposes/-", above)
                .with("/purposes/6/parent", "\"above\"")
                .with("/agreements/0/purposes/-", "{\"purpose\": \"case-review\"}");
        var order = "[{\"type\": \"COURT_ORDER\", \"clause\": \"c\", \"text\": \"t\", \"directions\": \"REQUIRED\"}]";
        // When
        var none = faultsOf(below.json());
        var wrong = faultsOf(below.with("/purposes/8/grounds", order).json());
        var right = faultsOf(below.with("/purposes/8/grounds", below.at("/purposes/0/grounds"))
                .json());
        // Then
        assertThat(none)
                .containsExactly(new PolicyFault(
                        "/agreements/0/purposes/2/purpose", "`case-review` demands no ground" + NARROWED));
        assertThat(wrong)
                .containsExactly(new PolicyFault(
                        "/agreements/0/purposes/2/purpose", "`case-review` accepts COURT_ORDER" + NARROWED));
        assertThat(right).isEmpty();
    }

    @Test
    void missesEveryTreatmentThatIsNotThere() {
        for (int purpose = 0; purpose < 8; purpose++) {
            for (var field : Field.values()) {
                // Given
                var pointer = "/purposes/" + purpose + "/treatments/" + field.path();
                var broken = new ShippedDocument().without(pointer).json();
                // When
                var faults = faultsOf(broken);
                // Then
                assertThat(faults).contains(new PolicyFault(pointer, "missing"));
            }
        }
    }

    @Test
    void missesEveryPropertyThatIsNotThere() {
        // Given
        var required = List.of(
                "/format",
                "/title",
                "/agencies/0/name",
                "/agencies/0/group",
                "/agencies/0/clients",
                "/agencies/0/ranks",
                "/purposes/0/title",
                "/purposes/0/prohibitions",
                "/purposes/0/consultation",
                "/purposes/0/lawfulBasis",
                "/purposes/0/statute",
                "/purposes/0/decision",
                "/purposes/0/countersignature",
                "/purposes/0/deceased",
                "/purposes/0/terms",
                "/purposes/0/terms/readings",
                "/purposes/0/review",
                "/purposes/0/review/secondCaseworker",
                "/purposes/0/review/whileInformationIsAwaited",
                "/purposes/0/review/reminderWorkingDays",
                "/purposes/0/review/erasureDays",
                "/purposes/0/grounds/0/clause",
                "/purposes/0/grounds/0/text",
                "/purposes/0/grounds/0/thresholdMonths",
                "/purposes/0/grounds/0/measure",
                "/purposes/0/grounds/0/earliestStage",
                "/purposes/4/grounds/0/directions",
                "/agreements/0/id",
                "/agreements/0/title",
                "/agreements/0/statute",
                "/agreements/0/state",
                "/agreements/0/validFrom",
                "/agreements/0/purposes",
                "/agreements/0/clauses/limits",
                "/agreements/0/clauses/publicInterest");
        for (var pointer : required) {
            // When
            var faults = faultsOf(new ShippedDocument().without(pointer).json());
            // Then
            assertThat(faults).first().isEqualTo(new PolicyFault(pointer, "missing"));
        }
    }

    @Test
    void tellsEveryFaultAtOnce() {
        // Given
        var broken = new ShippedDocument()
                .with("/format", "7")
                .with("/purposes/0/treatments/gender", "\"shown\"")
                .with("/purposes/0/grounds/0/thresholdMonths", "6")
                .with("/agreements/3/purposes/0/purpose", "\"no-such-purpose\"")
                .json();
        // When
        var faults = faultsOf(broken);
        // Then
        assertThat(faults)
                .extracting(PolicyFault::pointer)
                .containsExactly(
                        "/format",
                        "/purposes/0/treatments/gender",
                        "/agreements/3/purposes/0/purpose",
                        "/purposes/0/grounds/0/thresholdMonths");
    }

    @Test
    void tellsEveryPurposeOfACycle() {
        // Given
        var broken = new ShippedDocument()
                .with("/purposes/5/parent", "\"case-review\"")
                .with("/purposes/6/parent", "\"coroner-primary-care\"")
                .json();
        // When
        var faults = faultsOf(broken);
        // Then
        assertThat(faults)
                .containsExactly(
                        new PolicyFault("/purposes/5/parent", "`coroner-primary-care` is above itself"),
                        new PolicyFault("/purposes/6/parent", "`case-review` is above itself"));
    }

    @Test
    void tellsPropertiesThatAreNamedTwice() {
        // Given
        var twice = Policy.shipped()
                .canonicalJson()
                .replace("\"gender\":\"released\"", "\"gender\":\"withheld\",\"gender\":\"released\"")
                .replace("\"format\":3", "\"format\":3,\"format\":3");
        // When
        var faults = faultsOf(twice);
        // Then
        assertThat(faults)
                .containsExactly(
                        new PolicyFault("/format", "named twice"),
                        new PolicyFault("/purposes/0/treatments/gender", "named twice"),
                        new PolicyFault("/purposes/1/treatments/gender", "named twice"),
                        new PolicyFault("/purposes/2/treatments/gender", "named twice"),
                        new PolicyFault("/purposes/3/treatments/gender", "named twice"),
                        new PolicyFault("/purposes/4/treatments/gender", "named twice"));
    }

    @Test
    void tellsWhereATextIsNoJson() {
        assertThat(faultsOf("{\"format\": 1,")).containsExactly(new PolicyFault("", "not JSON at line 1, column 14"));
        assertThat(faultsOf("")).containsExactly(new PolicyFault("", "not an object"));
        assertThat(faultsOf("[]")).containsExactly(new PolicyFault("", "not an object"));
        assertThat(faultsOf(Policy.shipped().canonicalJson() + "{}"))
                .extracting(PolicyFault::pointer)
                .containsExactly("");
    }

    private static Arguments embargoed(String property, String json, String message) {
        var altered = ShippedDocument.of(ShippedDocument.EMBARGO).with("/" + property, json);
        return Arguments.of("/purposes/0/embargo", altered.json(), "/purposes/0/embargo/" + property, message);
    }

    private static Arguments at(String pointer, String json, String message) {
        return Arguments.of(pointer, json, pointer, message);
    }

    private static List<PolicyFault> faultsOf(String json) {
        var refused = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(json));
        return refused == null ? List.of() : refused.faults();
    }
}
