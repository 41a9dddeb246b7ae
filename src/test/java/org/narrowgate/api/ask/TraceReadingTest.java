package org.narrowgate.api.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.narrowgate.api.error.ErrorCode.FIELD_UNKNOWN;
import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;
import static org.narrowgate.api.error.ErrorCode.INPUT_MISSING;
import static org.narrowgate.api.error.ErrorCode.NHS_NUMBER_INVALID;
import static org.narrowgate.api.error.ErrorCode.OFFENCE_UNKNOWN;
import static org.narrowgate.api.error.ErrorCode.SENTENCE_ABOVE_MAXIMUM;
import static org.narrowgate.api.error.ErrorCode.SUBJECT_INCOMPLETE;
import static org.narrowgate.policy.GroundType.COURT_ORDER;
import static org.narrowgate.policy.GroundType.MISSING_VULNERABLE_PERSON;
import static org.narrowgate.policy.GroundType.PUBLIC_SECURITY_RISK;
import static org.narrowgate.policy.GroundType.SERIOUS_CRIMINALITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.Fault;
import org.narrowgate.api.error.RefusedOperationException;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.Offence;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

class TraceReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2018, 5, 9);
    private static final String WHY = "Wanted by the court for next week's hearing.";
    private static final Offence FRAUD = OffenceCatalogue.ofCode("fraud").orElseThrow();
    private static final Offence MURDER = OffenceCatalogue.ofCode("murder").orElseThrow();
    private static final Offence OVERSTAYING =
            OffenceCatalogue.ofCode("overstaying").orElseThrow();

    @Test
    void readsARequestByNhsNumberOnACourtOrder() {
        // Given
        var sent = new TraceInput(
                "court-order",
                " case 1 ",
                new SubjectInput("900 000 0009", null, null, "1984-02-29", null, null),
                new GroundInput(COURT_ORDER, null, null, null, null, "order 1", List.of("address", "name.family")),
                true,
                WHY,
                new CountersignatureInput("PC 12", "inspector", "2018-05-09"),
                Priority.EXCEPTIONAL,
                "A child is missing.");
        // When
        var read = TraceReading.read(sent, TODAY);
        // Then
        assertThat(read)
                .isEqualTo(new NewTracingRequest(
                        new RequestFacts(
                                new PurposeId("court-order"),
                                Optional.of(new Ground.CourtOrder(
                                        "order 1",
                                        Optional.of(Set.of(
                                                Field.ADDRESS_LINES,
                                                Field.ADDRESS_POSTCODE,
                                                Field.ADDRESS_SINCE,
                                                Field.NAME_FAMILY)))),
                                Sources.EXHAUSTED,
                                Optional.of(new Countersignature("PC 12", "inspector", TODAY)),
                                Set.of(SearchArgument.NHS_NUMBER, SearchArgument.BIRTH_DATE)),
                        new Subject.ByNhsNumber(new NhsNumber("9000000009"), Optional.of(LocalDate.of(1984, 2, 29))),
                        "case 1",
                        WHY,
                        Priority.EXCEPTIONAL,
                        Optional.of("A child is missing.")));
    }

    @Test
    void readsARequestByDetailsWithoutAGround() {
        // Given
        var sent = request(new SubjectInput(null, "O'Brien", null, "1984-03-07", Gender.FEMALE, "ls1 4ap"), null);
        // When
        var read = TraceReading.read(sent, TODAY);
        // Then
        assertThat(read)
                .isEqualTo(new NewTracingRequest(
                        new RequestFacts(
                                new PurposeId("case-review"),
                                Optional.empty(),
                                Sources.NOT_EXHAUSTED,
                                Optional.empty(),
                                Set.of(
                                        SearchArgument.FAMILY_NAME,
                                        SearchArgument.BIRTH_DATE,
                                        SearchArgument.GENDER,
                                        SearchArgument.POSTCODE)),
                        new Subject.ByDetails(
                                "O'Brien",
                                LocalDate.of(1984, 3, 7),
                                Optional.empty(),
                                Optional.of(Gender.FEMALE),
                                Optional.of("ls1 4ap")),
                        "case 1",
                        WHY,
                        Priority.STANDARD,
                        Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("grounds")
    void readsEveryGround(GroundInput sent, Ground expected) {
        assertThat(TraceReading.read(request(sent), TODAY).facts().ground()).contains(expected);
    }

    static Stream<Arguments> grounds() {
        return Stream.of(
                Arguments.of(
                        criminality("fraud", OffenceStage.CONVICTED, 120),
                        new Ground.SeriousCriminality(FRAUD, OffenceStage.CONVICTED, OptionalInt.of(120))),
                Arguments.of(
                        criminality("murder", OffenceStage.CONVICTED, 1_000),
                        new Ground.SeriousCriminality(MURDER, OffenceStage.CONVICTED, OptionalInt.of(1_000))),
                Arguments.of(
                        criminality("fraud", OffenceStage.CHARGED, null),
                        new Ground.SeriousCriminality(FRAUD, OffenceStage.CHARGED, OptionalInt.empty())),
                // Excluded whatever its maximum: the policy is to say so, not the form.
                Arguments.of(
                        criminality("overstaying", OffenceStage.CONVICTED, 14),
                        new Ground.SeriousCriminality(OVERSTAYING, OffenceStage.CONVICTED, OptionalInt.of(14))),
                Arguments.of(
                        stated(PUBLIC_SECURITY_RISK, "Threats against a school."),
                        new Ground.PublicSecurityRisk("Threats against a school.")),
                Arguments.of(
                        stated(MISSING_VULNERABLE_PERSON, "Missing since Monday."),
                        new Ground.MissingVulnerablePerson("Missing since Monday.")),
                Arguments.of(order("order 1", null), new Ground.CourtOrder("order 1", Optional.empty())));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("faults")
    void namesTheFieldAndTheCodeOfAFault(TraceInput sent, ErrorCode code, String field) {
        // When
        var refused = catchThrowableOfType(RefusedOperationException.class, () -> TraceReading.read(sent, TODAY));
        // Then
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).isEqualTo(new Fault(code, field, fault.message())));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(purpose("Court Order"), INPUT_INVALID, "input.purpose"),
                Arguments.of(purpose("a".repeat(65)), INPUT_INVALID, "input.purpose"),
                Arguments.of(caseReference(""), INPUT_INVALID, "input.caseReference"),
                Arguments.of(caseReference("a".repeat(65)), INPUT_INVALID, "input.caseReference"),
                Arguments.of(caseReference("a\nb"), INPUT_INVALID, "input.caseReference"),
                Arguments.of(caseReference("a\u0000b"), INPUT_INVALID, "input.caseReference"),
                Arguments.of(caseReference("a\ud800b"), INPUT_INVALID, "input.caseReference"),
                Arguments.of(justification("a".repeat(19)), INPUT_INVALID, "input.justification"),
                Arguments.of(justification(" ".repeat(30)), INPUT_INVALID, "input.justification"),
                Arguments.of(justification("a".repeat(2_001)), INPUT_INVALID, "input.justification"),
                Arguments.of(exceptional(null), INPUT_MISSING, "input.priorityReason"),
                Arguments.of(exceptional("soon"), INPUT_INVALID, "input.priorityReason"),
                Arguments.of(signed(" ", "inspector", "2018-05-09"), INPUT_INVALID, "input.countersignature.officer"),
                Arguments.of(signed("PC 12", "", "2018-05-09"), INPUT_INVALID, "input.countersignature.rank"),
                Arguments.of(
                        signed("PC 12", "inspector", "2018-05-10"), INPUT_INVALID, "input.countersignature.signedOn"),
                Arguments.of(signed("PC 12", "inspector", "today"), INPUT_INVALID, "input.countersignature.signedOn"),
                Arguments.of(
                        signed("PC 12", "inspector", "-9999-05-09"), INPUT_INVALID, "input.countersignature.signedOn"),
                Arguments.of(number("9000000000"), NHS_NUMBER_INVALID, "input.subject.nhsNumber"),
                Arguments.of(number(""), NHS_NUMBER_INVALID, "input.subject.nhsNumber"),
                Arguments.of(
                        request(new SubjectInput("9000000009", "Okafor", null, null, null, null), null),
                        SUBJECT_INCOMPLETE,
                        "input.subject"),
                Arguments.of(details(null, "1984-03-07", "Ada", null), SUBJECT_INCOMPLETE, "input.subject"),
                Arguments.of(details("Okafor", null, "Ada", null), SUBJECT_INCOMPLETE, "input.subject"),
                Arguments.of(details("Okafor", "1984-03-07", null, null), SUBJECT_INCOMPLETE, "input.subject"),
                Arguments.of(details("", "1984-03-07", "Ada", null), INPUT_INVALID, "input.subject.familyName"),
                Arguments.of(
                        details("a".repeat(101), "1984-03-07", "Ada", null), INPUT_INVALID, "input.subject.familyName"),
                Arguments.of(details("Okafor", "1984-03-07", "A\tda", null), INPUT_INVALID, "input.subject.givenName"),
                Arguments.of(details("Okafor", "1984-02-30", "Ada", null), INPUT_INVALID, "input.subject.birthDate"),
                Arguments.of(details("Okafor", "07/03/1984", "Ada", null), INPUT_INVALID, "input.subject.birthDate"),
                Arguments.of(details("Okafor", "2018-05-10", "Ada", null), INPUT_INVALID, "input.subject.birthDate"),
                Arguments.of(details("Okafor", "1874-12-31", "Ada", null), INPUT_INVALID, "input.subject.birthDate"),
                Arguments.of(details("Okafor", "1984-03-07", null, "LS1"), INPUT_INVALID, "input.subject.postcode"),
                Arguments.of(details("Okafor", "1984-03-07", null, "90210"), INPUT_INVALID, "input.subject.postcode"),
                Arguments.of(
                        request(criminality("jaywalking", OffenceStage.CONVICTED, 1)),
                        OFFENCE_UNKNOWN,
                        "input.ground.offence"),
                Arguments.of(
                        request(criminality(null, OffenceStage.CONVICTED, 1)), INPUT_MISSING, "input.ground.offence"),
                Arguments.of(request(criminality("fraud", null, 1)), INPUT_MISSING, "input.ground.stage"),
                Arguments.of(
                        request(criminality("fraud", OffenceStage.CONVICTED, -1)),
                        INPUT_INVALID,
                        "input.ground.sentenceMonths"),
                Arguments.of(
                        request(criminality("fraud", OffenceStage.CONVICTED, 121)),
                        SENTENCE_ABOVE_MAXIMUM,
                        "input.ground.sentenceMonths"),
                Arguments.of(request(stated(PUBLIC_SECURITY_RISK, null)), INPUT_MISSING, "input.ground.statement"),
                Arguments.of(
                        request(stated(MISSING_VULNERABLE_PERSON, "gone")), INPUT_INVALID, "input.ground.statement"),
                Arguments.of(request(order(null, null)), INPUT_MISSING, "input.ground.orderReference"),
                Arguments.of(
                        request(order("order 1", List.of("address", "diagnosis"))),
                        FIELD_UNKNOWN,
                        "input.ground.orderDirects[1]"));
    }

    @Test
    void tellsAllFaultsInTheOrderOfTheContract() {
        // Given
        var sent = new TraceInput(
                "Court Order",
                "",
                new SubjectInput("1", null, null, "1", null, null),
                criminality("jaywalking", null, -1),
                true,
                "short",
                new CountersignatureInput("", "", ""),
                Priority.EXCEPTIONAL,
                null);
        // When
        var refused = catchThrowableOfType(RefusedOperationException.class, () -> TraceReading.read(sent, TODAY));
        // Then
        assertThat(refused.faults().stream().map(Fault::field))
                .containsExactly(
                        "input.purpose",
                        "input.caseReference",
                        "input.subject.birthDate",
                        "input.subject.nhsNumber",
                        "input.ground.stage",
                        "input.ground.sentenceMonths",
                        "input.ground.offence",
                        "input.justification",
                        "input.countersignature.officer",
                        "input.countersignature.rank",
                        "input.countersignature.signedOn",
                        "input.priorityReason");
    }

    private static TraceInput purpose(String purpose) {
        return new TraceInput(purpose, "case 1", known(), null, false, WHY, null, null, null);
    }

    private static TraceInput caseReference(String reference) {
        return new TraceInput("case-review", reference, known(), null, false, WHY, null, null, null);
    }

    private static TraceInput justification(String justification) {
        return new TraceInput("case-review", "case 1", known(), null, false, justification, null, null, null);
    }

    private static TraceInput exceptional(@Nullable String reason) {
        return new TraceInput("case-review", "case 1", known(), null, false, WHY, null, Priority.EXCEPTIONAL, reason);
    }

    private static TraceInput signed(String officer, String rank, String on) {
        var signature = new CountersignatureInput(officer, rank, on);
        return new TraceInput("case-review", "case 1", known(), null, false, WHY, signature, null, null);
    }

    private static TraceInput number(String number) {
        return request(new SubjectInput(number, null, null, null, null, null), null);
    }

    private static TraceInput details(
            @Nullable String family, @Nullable String birth, @Nullable String given, @Nullable String postcode) {
        return request(new SubjectInput(null, family, given, birth, null, postcode), null);
    }

    private static TraceInput request(GroundInput ground) {
        return request(known(), ground);
    }

    private static TraceInput request(SubjectInput subject, @Nullable GroundInput ground) {
        return new TraceInput("case-review", "case 1", subject, ground, false, WHY, null, null, null);
    }

    private static SubjectInput known() {
        return new SubjectInput("9000000009", null, null, null, null, null);
    }

    private static GroundInput criminality(
            @Nullable String offence, @Nullable OffenceStage stage, @Nullable Integer months) {
        return new GroundInput(SERIOUS_CRIMINALITY, offence, stage, months, null, null, null);
    }

    private static GroundInput stated(GroundType type, @Nullable String statement) {
        return new GroundInput(type, null, null, null, statement, null, null);
    }

    private static GroundInput order(@Nullable String reference, @Nullable List<String> directs) {
        return new GroundInput(COURT_ORDER, null, null, null, null, reference, directs);
    }
}
