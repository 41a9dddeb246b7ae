package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case alters the shipped document in one place. */
class DifferenceTest {
    private static final PolicyDocument SHIPPED = Policy.shipped().document();

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource({"seen", "ownRights", "demanded", "parties", "ofTheDocumentAlone"})
    void tellsWhoGetsWhatOtherwise(String pointer, String json, Direction direction, String words) {
        // Given
        var altered = new ShippedDocument().with(pointer, json).policy().document();
        // When
        var difference = Difference.between(SHIPPED, altered);
        // Then
        assertThat(difference.changes()).extracting(Change::words).containsExactly(words);
        assertThat(difference.changes()).extracting(Change::direction).containsExactly(direction);
    }

    static Stream<Arguments> seen() {
        return Stream.of(
                Arguments.of(
                        "/purposes/0/treatments/previousFamilyNames",
                        "\"withheld\"",
                        NARROWS,
                        "Home Office no longer sees previous family names for immigration-tracing"),
                Arguments.of(
                        "/purposes/0/treatments/birthDate",
                        "\"generalised to month\"",
                        NARROWS,
                        "Home Office now sees only date of birth generalised to month for immigration-tracing"),
                Arguments.of(
                        "/purposes/7/treatments/birthDate",
                        "\"generalised to month\"",
                        WIDENS,
                        "NHS Counter Fraud Authority now sees date of birth generalised to month instead of generalised"
                                + " to year for counter-fraud"),
                Arguments.of(
                        "/purposes/7/treatments/address.postcode",
                        "\"released\"",
                        WIDENS,
                        "NHS Counter Fraud Authority now sees postcode instead of generalised to district for"
                                + " counter-fraud"),
                Arguments.of(
                        "/purposes/7/treatments/gender",
                        "\"released\"",
                        WIDENS,
                        "NHS Counter Fraud Authority now sees gender for counter-fraud"),
                Arguments.of(
                        "/purposes/0/searchArguments",
                        "[\"familyName\", \"givenName\", \"birthDate\", \"gender\"]",
                        NARROWS,
                        "Home Office may no longer search by postcode for immigration-tracing"),
                Arguments.of(
                        "/purposes/7/searchArguments",
                        "[\"nhsNumber\", \"birthDate\", \"gender\"]",
                        WIDENS,
                        "NHS Counter Fraud Authority may now search by gender for counter-fraud"));
    }

    static Stream<Arguments> ownRights() {
        return Stream.of(
                Arguments.of(
                        "/purposes/0/restriction",
                        "\"STANDS\"",
                        WIDENS,
                        "Home Office may now trace people who have had processing restricted for immigration-tracing"),
                Arguments.of(
                        "/purposes/4/restriction",
                        "\"YIELDS\"",
                        NARROWS,
                        "Court Service may no longer trace people who have had processing restricted for court-order"),
                Arguments.of(
                        "/purposes/0/embargo",
                        ShippedDocument.EMBARGO,
                        WIDENS,
                        "Home Office has a disclosure shown in the person's own record after 30 days instead of at once"
                                + " for immigration-tracing"));
    }

    static Stream<Arguments> embargoed() {
        return Stream.of(
                Arguments.of(
                        "days",
                        "31",
                        WIDENS,
                        "Home Office has a disclosure shown in the person's own record after 31 days instead of after 30 days for immigration-tracing"),
                Arguments.of(
                        "days",
                        "1",
                        NARROWS,
                        "Home Office has a disclosure shown in the person's own record after 1 day instead of after 30 days for immigration-tracing"),
                Arguments.of(
                        "reviewBy",
                        "\"2019-05-10\"",
                        WIDENS,
                        "Home Office has its embargo reviewed by 2019-05-10 instead of 2019-05-09 for immigration-tracing"),
                Arguments.of(
                        "reviewBy",
                        "\"2019-05-08\"",
                        NARROWS,
                        "Home Office has its embargo reviewed by 2019-05-08 instead of 2019-05-09 for immigration-tracing"),
                Arguments.of(
                        "reason",
                        "\"none\"",
                        NEITHER,
                        "the reason for the embargo of immigration-tracing is now `none`, before `a hunt is on`"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("embargoed")
    void tellsHowAnEmbargoReachesOtherwise(String property, String json, Direction direction, String words) {
        // Given
        var before = new ShippedDocument().with("/purposes/0/embargo", ShippedDocument.EMBARGO);
        var after = ShippedDocument.of(before.json()).with("/purposes/0/embargo/" + property, json);
        // When
        var difference =
                Difference.between(before.policy().document(), after.policy().document());
        // Then
        assertThat(difference.changes()).extracting(Change::words).containsExactly(words);
        assertThat(difference.changes()).extracting(Change::direction).containsExactly(direction);
    }

    static Stream<Arguments> demanded() {
        return Stream.of(
                Arguments.of(
                        "/purposes/0/grounds/0/thresholdMonths",
                        "24",
                        NARROWS,
                        "Home Office has to show, for serious criminality, a sentence imposed of 24 months or more"
                                + " instead of one of 12 months for immigration-tracing"),
                Arguments.of(
                        "/purposes/0/grounds/0/measure",
                        "\"MAXIMUM_SENTENCE\"",
                        WIDENS,
                        "Home Office has to show, for serious criminality, the maximum an offence carries, whatever"
                                + " sentence was imposed, for immigration-tracing"),
                Arguments.of(
                        "/purposes/0/grounds/0/earliestStage",
                        "\"CHARGED\"",
                        NEITHER,
                        "the earliest stage written beside a sentence imposed of immigration-tracing is now `charged`,"
                                + " before `convicted`"),
                Arguments.of(
                        "/purposes/4/grounds",
                        "[]",
                        WIDENS,
                        "Court Service no longer has to put forward a ground for court-order"),
                Arguments.of(
                        "/purposes/4/grounds/0/directions",
                        "\"NOT_REQUIRED\"",
                        WIDENS,
                        "Court Service no longer has to say what fields a court order directs for court-order"),
                Arguments.of(
                        "/purposes/6/grounds/-",
                        "{\"type\": \"COURT_ORDER\", \"clause\": \"c\", \"text\": \"t\", \"directions\": \"REQUIRED\"}",
                        NARROWS,
                        "Criminal Cases Review Commission must now put forward a ground (court order) for case-review"),
                Arguments.of(
                        "/purposes/6/decision",
                        "\"AUTOMATIC\"",
                        WIDENS,
                        "Criminal Cases Review Commission is answered automatically, no longer case by case, for"
                                + " case-review"),
                Arguments.of(
                        "/purposes/0/countersignature",
                        "\"NOT_REQUIRED\"",
                        WIDENS,
                        "Home Office no longer needs a countersignature for immigration-tracing"),
                Arguments.of(
                        "/purposes/7/deceased",
                        "\"EXCLUDED\"",
                        NARROWS,
                        "NHS Counter Fraud Authority may no longer trace people who have died for counter-fraud"),
                Arguments.of(
                        "/purposes/0/terms/retentionDays",
                        "90",
                        NARROWS,
                        "Home Office may keep what it is given for 90 days instead of 180 for immigration-tracing"),
                Arguments.of(
                        "/purposes/0/terms/responseWorkingDays",
                        "30",
                        NEITHER,
                        "Home Office has requests answered within 30 working days instead of 20 for"
                                + " immigration-tracing"),
                Arguments.of(
                        "/purposes/0/review/secondCaseworker",
                        "\"REQUIRED\"",
                        NARROWS,
                        "Home Office now needs a second caseworker's approval for immigration-tracing"),
                Arguments.of(
                        "/purposes/0/review/reminderWorkingDays",
                        "[7]",
                        NEITHER,
                        "Home Office has caseworkers reminded of an open request on working day 7 instead of on working"
                                + " day 10, 15, 19 for immigration-tracing"));
    }

    static Stream<Arguments> parties() {
        return Stream.of(
                Arguments.of(
                        "/agencies/6/clients/-",
                        "\"counter-fraud-2\"",
                        WIDENS,
                        "NHS Counter Fraud Authority has the client `counter-fraud-2` asking for it"),
                Arguments.of(
                        "/agencies/0/ranks",
                        "[\"inspector\", \"deputy-director\"]",
                        NARROWS,
                        "Home Office no longer has the rank `assistant-director` signing for it"),
                Arguments.of(
                        "/agreements/3/state",
                        "\"SUSPENDED\"",
                        NARROWS,
                        "Court Service has an agreement that is suspended, before active"),
                Arguments.of(
                        "/agreements/3/validUntil",
                        "\"2030-12-31\"",
                        NARROWS,
                        "Court Service has an agreement until 31 December 2030, before without an end"),
                Arguments.of(
                        "/agreements/6/purposes/0/dailyLimit",
                        "10",
                        NARROWS,
                        "NHS Counter Fraud Authority may ask 10 times a day instead of any number of times for"
                                + " counter-fraud"),
                Arguments.of(
                        "/agreements/6/purposes/-",
                        "{\"purpose\": \"coroner-primary-care\", \"dailyLimit\": 5}",
                        WIDENS,
                        "NHS Counter Fraud Authority may now ask, and sees whether the person has died, general"
                                + " practice's code, general practice's name, general practice's area code, day of"
                                + " registration with the general practice, at most 5 times a day, for"
                                + " coroner-primary-care"),
                Arguments.of(
                        "/agreements/3/purposes", "[]", NARROWS, "Court Service may no longer ask for court-order"));
    }

    static Stream<Arguments> ofTheDocumentAlone() {
        return Stream.of(
                Arguments.of(
                        "/purposes/0/prohibitions/-",
                        "{\"agency\": \"coroner\", \"clause\": \"c\"}",
                        NARROWS,
                        "immigration-tracing and what is below it is now prohibited to HM Coroner by `c`"),
                Arguments.of(
                        "/purposes/0/grounds/1/text",
                        "\"a risk\"",
                        NEITHER,
                        "the wording of risk to public security of immigration-tracing is now `a risk`, before `a risk"
                                + " to public security posed by a person not yet convicted, stated for this case`"),
                Arguments.of(
                        "/agreements/0/clauses/limits",
                        "\"clause 8\"",
                        NEITHER,
                        "Home Office has an agreement whose clause on limits is now `clause 8`, before `"
                                + SHIPPED.agreements().getFirst().clauses().limits() + "`"));
    }

    @Test
    void tellsOncePerHolderWhatARuleAboveChanges() {
        // Given
        var above = new ShippedDocument().at("/purposes/4").replace("\"court-order\"", "\"above\"");
        var before = new ShippedDocument()
                .with("/purposes/-", above)
                .with("/purposes/4/parent", "\"above\"")
                .with("/purposes/4/treatments/name.given", "\"withheld\"");
        var earlier = before.policy().document();
        // When
        var difference = Difference.between(
                earlier,
                before.with("/purposes/8/treatments/gender", "\"withheld\"")
                        .with("/purposes/8/treatments/name.given", "\"withheld\"")
                        .policy()
                        .document());
        // Then
        var courtOrder = new PurposeId("court-order");
        assertThat(difference.changes())
                .containsExactly(
                        new Change(
                                NARROWS,
                                Optional.of(new AgencyId("court-service")),
                                Optional.of(courtOrder),
                                "Court Service no longer sees gender for court-order"),
                        new Change(
                                NARROWS,
                                Optional.empty(),
                                Optional.of(new PurposeId("above")),
                                "whoever holds above no longer sees given names by its own rule"));
    }

    @Test
    void namesAPurposeNobodyHolds() {
        // Given
        var fresh = new ShippedDocument().at("/purposes/6").replace("\"case-review\"", "\"case-review-2\"");
        var with = new ShippedDocument().with("/purposes/-", fresh);
        var added = with.policy().document();
        var altered = with.with("/purposes/8/treatments/gender", "\"released\"")
                .policy()
                .document();
        // When, Then
        assertThat(Difference.between(SHIPPED, added).changes())
                .extracting(Change::words)
                .containsExactly("case-review-2 is a new purpose, `Reviewing a possible miscarriage of justice`, and"
                        + " nobody holds it yet");
        assertThat(Difference.between(added, altered).changes())
                .containsExactly(new Change(
                        WIDENS,
                        Optional.empty(),
                        Optional.of(new PurposeId("case-review-2")),
                        "whoever holds case-review-2 now sees gender by its own rule, and nobody holds it yet"));
    }

    @Test
    void isEmptyBetweenADocumentAndItself() {
        assertThat(Difference.between(SHIPPED, SHIPPED).isEmpty()).isTrue();
    }
}
