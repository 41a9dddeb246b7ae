package org.narrowgate.web.console.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.web.console.policy.draft.DraftsForTests.COUNTER_FRAUD;
import static org.narrowgate.web.console.policy.draft.DraftsForTests.agency;
import static org.narrowgate.web.console.policy.draft.DraftsForTests.agreement;
import static org.narrowgate.web.console.policy.draft.DraftsForTests.page;
import static org.narrowgate.web.console.policy.draft.DraftsForTests.purpose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.web.console.ConsoleForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(DraftPagesTest.Profile.class)
class DraftPagesTest {
    /** An application with a database of its own, in which nothing has been drafted or published. */
    public static final class Profile implements QuarkusTestProfile {}

    private static final String POSTCODE = COUNTER_FRAUD + "/treatments/address.postcode";
    private static final String REASONS = "The postcode has never been needed.";

    @Inject
    DraftsForTests drafts;

    private ConsoleForTests ada;
    private DraftId draft;

    @BeforeEach
    void begin() {
        ada = ConsoleForTests.signedInAs("ada-author");
        draft = drafts.begunBy(ada);
    }

    @Test
    void beginsAsTheVersionInForceStands() {
        // When
        var shown = page(ada, draft, "?done=BEGUN");
        // Then
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString())
                .contains("A draft in a test", "Begun by", "Ada, policy author", "Nothing is different.")
                .contains("The draft says what the version in force says.")
                .contains("Submit for approval")
                .doesNotContain("Approve and publish");
        assertThat(ada.asking().get("/console/policy/drafts").asString()).contains("/console/policy/drafts/" + draft);
    }

    @Test
    void savesATreatmentAndSaysInWordsWhatItChanges() {
        // When
        var answer = drafts.saves(ada, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("withheld")));
        // Then
        assertThat(answer.header("Location")).endsWith(Address.of(draft) + "/purposes/counter-fraud?done=SAVED");
        assertThat(treatment("counter-fraud", Field.ADDRESS_POSTCODE)).isEqualTo(new FieldTreatment.Withhold());
        assertThat(drafts.now(draft).revision()).isEqualTo(2);
        var shown = page(ada, draft, "");
        assertThat(Shown.of(shown).of("narrows"))
                .isEqualTo(
                        "▼ Narrows what is disclosed NHS Counter Fraud Authority no longer sees postcode for counter-fraud.");
        assertThat(Shown.of(shown).of("treated withheld changed")).isEqualTo("Postcode ○ withheld was district");
    }

    @Test
    void savesTheTreatmentsOfAllPurposesSideBySide() {
        // When
        var answer = drafts.saves(
                ada,
                draft,
                new Place.Matrix(),
                Map.of(POSTCODE, List.of("withheld"), "/purposes/case-review/treatments/gender", List.of("released")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(treatment("counter-fraud", Field.ADDRESS_POSTCODE)).isEqualTo(new FieldTreatment.Withhold());
        assertThat(treatment("case-review", Field.GENDER)).isEqualTo(new FieldTreatment.Release());
    }

    @Test
    void offersOnlyTheTreatmentsThatAFieldAllows() {
        // When
        var shown = page(ada, draft, "/purposes/counter-fraud");
        // Then
        assertThat(Shown.of(shown).options(POSTCODE))
                .containsExactly("released", "generalised to district", "withheld");
        assertThat(Shown.of(shown).options(COUNTER_FRAUD + "/treatments/gender"))
                .containsExactly("released", "withheld");
    }

    @Test
    void refusesATreatmentThatTheFieldDoesNotAllowBesideTheField() {
        // When
        var answer = drafts.saves(
                ada,
                draft,
                purpose("counter-fraud"),
                Map.of(POSTCODE, List.of("generalised to year"), COUNTER_FRAUD + "/title", List.of("Typed & kept")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.of(answer).alert())
                .contains("Postcode : `generalised to year` is not one of the treatments of address.postcode")
                .endsWith(POSTCODE);
        assertThat(Shown.of(answer).linksOfAlert()).containsExactly("#" + POSTCODE);
        assertThat(Shown.of(answer).at(POSTCODE + "-fault"))
                .startsWith("`generalised to year` is not one of the treatments");
        assertThat(answer.asString()).contains("Typed &amp; kept");
        assertThat(drafts.now(draft).revision()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsBeyondTheCeilingWithItsClause() {
        // Given
        var threshold = "/purposes/immigration-tracing/grounds/SERIOUS_CRIMINALITY/thresholdMonths";
        // When
        var answer = drafts.saves(ada, draft, purpose("immigration-tracing"), Map.of(threshold, List.of("6")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.of(answer).at(threshold + "-fault"))
                .contains("below 12 months", "commitment of 9 May 2018, ground 1");
        assertThat(Shown.of(answer).held(threshold)).isEqualTo("6");
    }

    @Test
    void namesAFaultInAnotherPartOfTheDocumentByItsPath() {
        // When the only ground of a purpose that the Home Office holds goes
        var answer = drafts.saves(
                ada,
                draft,
                purpose("missing-vulnerable-person"),
                Map.of("remove:/purposes/missing-vulnerable-person/grounds", List.of("MISSING_VULNERABLE_PERSON")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.of(answer).alert())
                .contains("demands no ground, for an agency with immigration functions")
                .endsWith("/agreements/home-office-memorandum/purposes/missing-vulnerable-person/purpose");
    }

    @Test
    void addsAndRemovesGrounds() {
        // Given
        var list = "/purposes/case-review/grounds";
        // When
        var added = drafts.saves(
                ada,
                draft,
                purpose("case-review"),
                Map.of(
                        "add:" + list,
                        List.of("COURT_ORDER"),
                        list + "/+/clause",
                        List.of("clause 3"),
                        list + "/+/text",
                        List.of("an order of the court"),
                        list + "/+/directions",
                        List.of("REQUIRED")));
        // Then
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(page(ada, draft, "/purposes/case-review").asString()).contains("an order of the court");
        // When
        drafts.saves(ada, draft, purpose("case-review"), Map.of("remove:" + list, List.of("COURT_ORDER")));
        // Then
        assertThat(drafts.now(draft)
                        .policy()
                        .purpose(new PurposeId("case-review"))
                        .orElseThrow()
                        .grounds())
                .isEmpty();
    }

    @Test
    void saysWhatIsMissingOfAGroundBesideWhereItIsTyped() {
        // Given
        var list = "/purposes/case-review/grounds";
        // When
        var answer = drafts.saves(
                ada,
                draft,
                purpose("case-review"),
                Map.of("add:" + list, List.of("SERIOUS_CRIMINALITY"), list + "/+/clause", List.of("clause 3")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.of(answer).at(list + "/+/text-fault")).isEqualTo("not a text");
        assertThat(Shown.of(answer).held(list + "/+/clause")).isEqualTo("clause 3");
    }

    @Test
    void savesLimitsDatesAndClientIds() {
        // When
        var limits = drafts.saves(
                ada,
                draft,
                agreement("counter-fraud-agreement"),
                Map.of(
                        "/agreements/counter-fraud-agreement/purposes/counter-fraud/dailyLimit",
                        List.of("25"),
                        "/agreements/counter-fraud-agreement/validUntil",
                        List.of("2030-12-31")));
        var clients = drafts.saves(
                ada, draft, agency("counter-fraud"), Map.of("/agencies/counter-fraud/clients", List.of("one\ntwo\n")));
        // Then
        assertThat(List.of(limits.statusCode(), clients.statusCode())).containsOnly(303);
        var policy = drafts.now(draft).policy();
        var agreement = policy.agreementOf(new AgencyId("counter-fraud")).orElseThrow();
        assertThat(agreement.validUntil()).contains(LocalDate.of(2030, 12, 31));
        assertThat(agreement.purposes())
                .containsExactly(
                        new Agreement.Grant(new PurposeId("counter-fraud"), OptionalInt.of(25), OptionalInt.empty()));
        assertThat(policy.agency(new AgencyId("counter-fraud")).orElseThrow().clients())
                .containsExactly("one", "two");
    }

    @Test
    void showsWhoChangedWhatMeanwhileAndPutsWhatWasTypedOntoIt() {
        // Given
        var abe = ConsoleForTests.signedInAs("abe-author");
        var title = COUNTER_FRAUD + "/title";
        var readings = COUNTER_FRAUD + "/terms/readings";
        drafts.saves(abe, draft, purpose("counter-fraud"), Map.of(title, List.of("A title of Abe")));
        // When
        var answer = drafts.saves(ada, draft, 1, purpose("counter-fraud"), Map.of(readings, List.of("2")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Shown.of(answer).alert())
                .contains("The draft has changed since you saw it.", "Abe, policy author", "A title of Abe");
        assertThat(Shown.of(answer).held(title)).isEqualTo("A title of Abe");
        assertThat(Shown.of(answer).held(readings)).isEqualTo("2");
        assertThat(answer.asString()).contains("Apply what I changed to revision 2");
        // When
        var again = drafts.saves(ada, draft, 2, purpose("counter-fraud"), Map.of(readings, List.of("2")));
        // Then
        assertThat(again.statusCode()).isEqualTo(303);
        var purpose = drafts.now(draft)
                .policy()
                .purpose(new PurposeId("counter-fraud"))
                .orElseThrow();
        assertThat(purpose.title()).isEqualTo("A title of Abe");
        assertThat(purpose.terms().readings()).isEqualTo(2);
    }

    @Test
    void undoesAndBringsBack() {
        // Given
        drafts.saves(ada, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("withheld")));
        // When
        var undone = drafts.moves(ada, draft, "undo", Map.of());
        // Then
        assertThat(undone.header("Location")).endsWith("?done=UNDONE");
        assertThat(page(ada, draft, "").asString()).contains("Nothing is different.");
        // When
        drafts.moves(ada, draft, "redo", Map.of());
        // Then
        assertThat(treatment("counter-fraud", Field.ADDRESS_POSTCODE)).isEqualTo(new FieldTreatment.Withhold());
    }

    @Test
    void addsAnAgencyWithAnAgreementAndAPurpose() {
        // When
        var agency = drafts.moves(
                ada, draft, "add/agencies", Map.of("/id", "tax-office", "/name", "Tax Office", "/group", "Others"));
        var purpose = drafts.moves(
                ada,
                draft,
                "add/purposes",
                Map.of("/id", "tax-fraud", "/title", "Tax fraud", "/statute", "Finance Act", "/like", ""));
        var agreement = drafts.moves(
                ada,
                draft,
                "add/agreements",
                Map.of(
                        "/id",
                        "tax-agreement",
                        "/agency",
                        "tax-office",
                        "/title",
                        "Agreement on tax",
                        "/statute",
                        "Finance Act",
                        "/validFrom",
                        "2027-01-01"));
        // Then
        assertThat(List.of(agency.statusCode(), purpose.statusCode(), agreement.statusCode()))
                .containsOnly(303);
        assertThat(drafts.now(draft)
                        .policy()
                        .treatments(new PurposeId("tax-fraud"))
                        .values())
                .containsOnly(new FieldTreatment.Withhold());
        assertThat(page(ada, draft, "/agreements/tax-agreement").asString())
                .contains("Agreement on tax, clause 1, purposes");
    }

    @Test
    void keepsWhatWasTypedOfAPartThatCannotBeAdded() {
        // When
        var answer = drafts.moves(
                ada, draft, "add/purposes", Map.of("/id", "Not An Id", "/title", "Kept", "/statute", "", "/like", ""));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.of(answer).linksOfAlert()).containsExactlyInAnyOrder("#/id", "#/statute");
        assertThat(Shown.of(answer).held("/title")).isEqualTo("Kept");
    }

    @Test
    void doesNotRemoveWhatSomethingElseNames() {
        // When
        var refused = drafts.moves(ada, draft, "purposes/counter-fraud/remove", Map.of());
        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Shown.of(refused).alert())
                .contains("`counter-fraud` is not a purpose")
                .endsWith("/agreements/counter-fraud-agreement/purposes/counter-fraud/purpose");
        // When
        drafts.saves(
                ada,
                draft,
                agreement("counter-fraud-agreement"),
                Map.of("remove:/agreements/counter-fraud-agreement/purposes", List.of("counter-fraud")));
        var removed = drafts.moves(ada, draft, "purposes/counter-fraud/remove", Map.of());
        // Then
        assertThat(removed.header("Location")).endsWith("?done=REMOVED");
        assertThat(page(ada, draft, "/purposes/counter-fraud").statusCode()).isEqualTo(404);
    }

    @Test
    void takesBackTheDocumentThatItGave() {
        // Given
        var document = page(ada, draft, "/document.json").asString();
        // When
        var answer = ada.form()
                .formParam("upload-title", "From a file")
                .formParam("document", document)
                .post("/console/policy/drafts/upload");
        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("?done=BEGUN");
    }

    @Test
    void refusesAnIncompleteMatrixByItsPath() {
        // Given
        var document = page(ada, draft, "/document.json").asString().replaceFirst("\"nhsNumber\":\"withheld\",?", "");
        // When
        var answer = drafts.moves(ada, draft, "upload", Map.of("document", document));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Shown.of(answer).alert()).contains("missing").endsWith("/treatments/nhsNumber");
        assertThat(drafts.now(draft).revision()).isEqualTo(1);
    }

    @Test
    void onlyAuthorsChangeDraftsAndOnlyApproversApproveThem() {
        // Given
        var paul = ConsoleForTests.signedInAs("paul-approver");
        drafts.saves(ada, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("withheld")));
        // When
        var edited = drafts.saves(paul, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("released")));
        var approved = drafts.moves(ada, draft, "approve", Map.of("approve-reasons", REASONS));
        var seen = page(paul, draft, "/purposes/counter-fraud");
        // Then
        assertThat(edited.statusCode()).isEqualTo(403);
        assertThat(edited.asString()).contains("You may not do this as policy approver.");
        assertThat(approved.statusCode()).isEqualTo(403);
        assertThat(seen.asString())
                .contains("Only a policy author can change a draft.")
                .contains("disabled");
    }

    @Test
    void nobodyApprovesWhatTheyWroteWhateverRolesTheyHave() {
        // Given
        var bruno = ConsoleForTests.signedInAs("bruno-both");
        drafts.saves(bruno, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("withheld")));
        drafts.moves(ada, draft, "submit", Map.of("submit-reasons", REASONS));
        // When
        var shown = page(bruno, draft, "");
        var forged = drafts.moves(bruno, draft, "approve", Map.of("approve-reasons", REASONS));
        // Then
        assertThat(shown.asString())
                .contains("You have written or submitted some of this draft")
                .doesNotContain("/approve\"");
        assertThat(forged.statusCode()).isEqualTo(409);
        assertThat(Shown.of(forged).alert()).contains("has to be somebody else");
        assertThat(drafts.now(draft).state()).isEqualTo(DraftState.SUBMITTED);
    }

    @Test
    void keepsTheReasonsOfASubmissionThatDoesNotFit() {
        // Given
        drafts.saves(ada, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("withheld")));
        // When
        var tooShort = drafts.moves(ada, draft, "submit", Map.of("submit-reasons", "Short"));
        var noDay = drafts.moves(
                ada, draft, "submit", Map.of("submit-reasons", REASONS, "submit-day", "2020-01-01", "submit-time", ""));
        // Then
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(Shown.of(tooShort).at("submit-reasons-fault")).contains("10 to 2,000 characters");
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(Shown.of(noDay).at("submit-day-fault")).contains("this moment has passed");
        assertThat(noDay.asString()).contains(REASONS);
    }

    @Test
    void isSentBackAndWithdrawn() {
        // Given
        var paul = ConsoleForTests.signedInAs("paul-approver");
        drafts.saves(ada, draft, purpose("counter-fraud"), Map.of(POSTCODE, List.of("withheld")));
        drafts.moves(ada, draft, "submit", Map.of("submit-reasons", REASONS));
        // When
        var back = drafts.moves(paul, draft, "send-back", Map.of("send-back-reasons", "Think of the inspectors."));
        // Then
        assertThat(back.header("Location")).endsWith("?done=SENT_BACK");
        assertThat(page(ada, draft, "").asString()).contains("Think of the inspectors.");
        // When
        drafts.moves(ada, draft, "withdraw", Map.of("withdraw-reasons", "Nothing will come of it."));
        // Then
        assertThat(drafts.now(draft).state()).isEqualTo(DraftState.WITHDRAWN);
        assertThat(page(ada, draft, "/purposes/counter-fraud").asString()).contains("nothing in it can be changed");
    }

    @Test
    void anUnknownDraftOrPartIsNotThere() {
        assertThat(page(ada, draft, "/purposes/nobody").statusCode()).isEqualTo(404);
        assertThat(page(ada, draft, "/people/counter-fraud").statusCode()).isEqualTo(404);
        assertThat(ada.asking()
                        .get("/console/policy/drafts/00000000-0000-4000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ada.asking().get("/console/policy/drafts/nonsense").statusCode())
                .isEqualTo(404);
    }

    private FieldTreatment treatment(String purpose, Field field) {
        return drafts.now(draft)
                .policy()
                .treatments(new PurposeId(purpose))
                .getOrDefault(field, new FieldTreatment.Release());
    }
}
